# What a developer does with CodeForge; `make` alone lists it.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.ONESHELL:

# Where `make install` puts programs (bin), completions, the Neovim plugin and Emacs's commands (share).
PREFIX ?= $(HOME)/.local

release := $(CURDIR)/.build/release
debug := $(CURDIR)/.build/debug
swift_build := swift build -c release --static-swift-stdlib
# What a clean Debian 12 with Swift, git, make and apt lacks.
build_packages := libsqlite3-dev
demo_packages := git neovim $(build_packages)
# Kate needs a screen, keys and a bus; xvfb-run needs xauth.
editor_packages := emacs-nox elpa-eglot elpa-lsp-mode kate xvfb xauth xdotool dbus-daemon
test_packages := $(demo_packages) $(editor_packages) python3 python3-venv node-typescript
team_packages := postgresql openssl curl $(build_packages)
sources := Package.swift Sources Tests

.PHONY: help build demo team test lint install archive bench bench-team format screenshot

help: ## List what can be made.
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/\1\t\2/' | expand -t 14

build: ## Build the release programs.
	@.ci/packages $(build_packages)
	$(swift_build) --product codeforge
	$(swift_build) --product codeforge-worker

demo: ## Show the sample workspace's findings in Neovim.
	@.ci/packages $(demo_packages)
	# Not optimised, which takes 5 minutes in place of 10 on two cores and is what `make test` needs; the worker with its
	# HTTP stack comes when agents are wanted: `make build`.
	swift build --product codeforge
	editors/neovim/demo/run $(debug)/codeforge

team: ## Show the team server with a PostgreSQL of its own and two people.
	@.ci/packages $(team_packages)
	swift build --product codeforge-server
	swift build --product codeforge-worker
	swift build --product codeforge
	.ci/team .build/debug/codeforge-server .build/debug/codeforge-worker .build/debug/codeforge

lint: ## Check the format of the code.
	swift format lint --strict --recursive --parallel $(sources)

# Against the debug programs: building the release ones as well takes ten minutes more on two cores.
test: ## Check the format, build everything and run all tests.
	@.ci/packages $(build_packages)
	$(MAKE) --no-print-directory lint
	.ci/tests $(test_packages)

format: ## Format the code.
	swift format --in-place --recursive --parallel $(sources)

install: build ## Install programs, completions, the Neovim plugin and Emacs's commands below PREFIX (default ~/.local).
	install -s -D -t $(PREFIX)/bin $(release)/codeforge $(release)/codeforge-worker
	install -d $(PREFIX)/share/bash-completion/completions $(PREFIX)/share/zsh/site-functions \
	    $(PREFIX)/share/fish/vendor_completions.d
	completions="$(release)/codeforge --generate-completion-script"
	$$completions bash > $(PREFIX)/share/bash-completion/completions/codeforge
	$$completions zsh > $(PREFIX)/share/zsh/site-functions/_codeforge
	$$completions fish > $(PREFIX)/share/fish/vendor_completions.d/codeforge.fish
	plugin=$(PREFIX)/share/nvim/site/pack/codeforge/start/codeforge
	rm -rf $$plugin
	install -d $$plugin
	cp -r editors/neovim/doc editors/neovim/lsp editors/neovim/lua $$plugin
	install -m 644 -D -t $(PREFIX)/share/emacs/site-lisp editors/emacs/codeforge.el
	echo "Installed below $(PREFIX). Make sure that $(PREFIX)/bin is on PATH; 'codeforge doctor' checks the rest."

archive: build ## Put what is installed into an archive with a checksum, in .build.
	name=codeforge-$$($(release)/codeforge --version)-linux-$$(uname -m)
	rm -rf .build/archive
	$(MAKE) --no-print-directory install PREFIX=$(CURDIR)/.build/archive/$$name
	tar -C .build/archive --sort=name --owner=0 --group=0 --numeric-owner -czf .build/$$name.tar.gz $$name
	cd .build
	sha256sum $$name.tar.gz | tee $$name.tar.gz.sha256

bench: build ## Measure the speed beside other servers; the figures go to .build/bench.
	@.ci/packages python3 python3-venv
	.ci/bench $(release)/codeforge

bench-team: build ## Measure the team's server beside FastAPI, and the sync of 10,000 files.
	@.ci/packages python3 python3-venv
	$(swift_build) --product codeforge-server
	.ci/bench-team $(release)/codeforge-server $(release)/codeforge-worker $(release)/codeforge

screenshot: build ## Make README's pictures anew.
	@.ci/packages $(demo_packages) $(editor_packages) xterm imagemagick fonts-dejavu-core
	editors/neovim/demo/screenshot $(release)/codeforge .github
	editors/kate/screenshot $(release)/codeforge .github/kate.png
