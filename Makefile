.DEFAULT_GOAL := help
.PHONY: run build test check watch bench chaos nightly help

run: build ## build and serve the portal on http://127.0.0.1:3000
	@exec target/release/stupeni

build: ## build target/release/stupeni and target/site
	@scripts/build.sh

test: ## run every suite; ends with `N passed, M failed`
	@scripts/test.sh

check: ## formatting and lints
	@scripts/check.sh

watch: ## rebuild and reload after every change (cargo leptos watch)
	@scripts/watch.sh

bench: ## measure speed and size
	@scripts/bench.sh

chaos: ## 200 kills of the server during registrations
	@scripts/chaos.sh

nightly: ## everything, the long runs too
	@scripts/nightly.sh

help: ## this list
	@awk -F ':.*## ' '/## / && !/awk/ { printf "make %-8s %s\n", $$1, $$2 }' Makefile
