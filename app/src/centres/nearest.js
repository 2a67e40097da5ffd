// Writes the town nearest to this browser into the form and sends it. The place itself stays in the browser.
const button = document.getElementById("nearest");
const town = document.getElementById("town");
const say = (text) => { document.getElementById("nearest-status").textContent = text; };
const distance = (option, { latitude, longitude }) => {
  const [north, east] = option.dataset.at.split(" ").map(Number);
  return Math.hypot(north - latitude, (east - longitude) * Math.cos((latitude * Math.PI) / 180));
};
button.hidden = false;
button.addEventListener("click", () => {
  say("Определяем место…");
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      const towns = [...document.querySelectorAll("#towns option")];
      const nearest = towns.reduce((one, other) => (distance(one, coords) <= distance(other, coords) ? one : other));
      town.value = nearest.value;
      town.form.requestSubmit();
    },
    () => say("Браузер не сообщил, где вы. Напишите город"),
    { maximumAge: 600000, timeout: 10000 },
  );
});
