import { randomInt } from "node:crypto";

/** A synthetic person: contacts nobody else in the run has. */
export type Citizen = {
  surname: string;
  firstName: string;
  phone: string;
  email: string;
  password: string;
};

export function citizen(): Citizen {
  const number = String(randomInt(0, 10_000_000)).padStart(7, "0");
  return {
    surname: "Примерова",
    firstName: "Анна",
    phone: `+7900${number}`,
    email: `anna.${number}@example.org`,
    password: `Sinitsa-${number}!`,
  };
}
