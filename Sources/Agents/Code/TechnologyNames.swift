import Patterns

/// What the names of technologies stand for, as far as it decides whether code can be written offline.
enum TechnologyNames {
    /// A language, a framework or a platform in which a whole project is written.
    static func decides(_ plain: String) -> Bool {
        deciding.contains(plain) || plain.split(separator: " ").contains { deciding.contains(String($0)) }
    }

    /// A database, a service, a library or a tool beside the code.
    static func isBeside(_ plain: String) -> Bool {
        beside.contains(plain) || plain.split(separator: " ").allSatisfy { beside.contains(String($0)) }
    }

    private static func set(_ names: String) -> Set<String> {
        Set(names.split(separator: ",").map { Words.split($0).joined(separator: " ") })
    }

    private static let deciding = set(
        """
        go, golang, rust, java, kotlin, c, cpp, csharp, fsharp, dotnet, net, asp net, ruby, rails, sinatra, php, laravel, \
        symfony, wordpress, drupal, elixir, phoenix, erlang, gleam, scala, play, clojure, haskell, ocaml, elm, perl, lua, \
        r, julia, matlab, fortran, cobol, zig, nim, crystal, d, dart, flutter, react native, expo, ionic, capacitor, \
        vue, nuxt, svelte, sveltekit, angular, angularjs, ember, solid, solidjs, solidstart, qwik, astro, remix, gatsby, \
        preact, lit, alpine, htmx, vite, jquery, backbone, django, pyramid, tornado, streamlit, gradio, sanic, litestar, \
        spring, spring boot, quarkus, micronaut, struts, grails, express, nestjs, nest, koa, hapi, fastify, hono, deno, \
        bun, electron, tauri, qt, gtk, wxwidgets, winforms, wpf, maui, unity, godot, unreal, unreal engine, pygame, bevy, \
        phaser, arduino, esp32, esp8266, esp idf, platformio, stm32, micropython, circuitpython, zephyr, freertos, bash, \
        shell, powershell, gin, echo, fiber, actix, axum, rocket, vapor, hummingbird, jetpack compose, android, xcode, \
        objective c, assembly, solidity, webassembly, wasm, blazor, meteor, redwood, adonis, discord js, discord py, \
        telegraf, cli, terraform, ansible, kubernetes, jupyter, pytorch, tensorflow, spark, airflow, dbt, hugo, jekyll, \
        eleventy, pug, coldfusion, delphi, pascal, vb, visual basic, groovy, tcl, prolog, lisp, racket, scheme, apex
        """)

    private static let beside = set(
        """
        postgresql, postgres, sqlite, mysql, mariadb, mongodb, redis, supabase, firebase, dynamodb, duckdb, elasticsearch, \
        meilisearch, prisma, drizzle, sqlalchemy, sqlmodel, alembic, pydantic, pytest, vitest, jest, playwright, cypress, \
        stripe, paypal, maplibre, mapbox, leaflet, google maps, web push, service worker pwa, service worker, pwa, \
        openai compatible api, openai, tailwind, tailwindcss, tailwind css, bootstrap, sass, scss, shadcn, radix, mui, \
        zustand, redux, tanstack query, trpc, graphql, rest, websocket, websockets, docker, docker compose, nginx, caddy, \
        vercel, netlify, fly io, heroku, aws, azure, gcp, github actions, eslint, prettier, ruff, mypy, uvicorn, gunicorn, \
        jinja, jinja2, celery, rabbitmq, kafka, nextauth, auth js, clerk, auth0, oauth, jwt, twilio, sendgrid, resend, \
        d3, chart js, three js, swiftdata, core data, combine, cloudkit, json, yaml, markdown, mdx, npm, pnpm, yarn, \
        turborepo, storybook, i18n, web components, sql, pgvector, s3, minio, sentry, zod, ios, iphone, web
        """)
}
