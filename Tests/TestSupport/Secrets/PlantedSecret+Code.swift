extension PlantedSecret {
    /// Programs with a secret in them.
    static var code: [Shape] {
        [
            .code("src/app.py") { "import boto3\n\nKEY = \"\($0.awsKey())\"\n" },
            .code("src/pay.py") { "import stripe\nstripe.api_key = '\($0.stripe())'\n" },
            .code("src/settings.py") { "DATABASES = {'default': {'USER': 'app', 'PASSWORD': '\($0.password())'}}\n" },
            .code("src/sign.py") { "KEY = \"\"\"\n\($0.privateKey("RSA "))\"\"\"\n" },
            .code("tests/test_api.py") { "API_KEY = \"\($0.hex(40))\"\n\n\ndef test_get():\n    assert API_KEY\n" },
            .code("src/client.ts") { "export const client = new Octokit({ auth: \"\($0.github())\" });\n" },
            .code("src/db.ts") { "const dbPassword = \"\($0.password())\";\n" },
            .code("src/mail.js") { "sendgrid.setApiKey('\($0.sendGrid())');\n" },
            .code("src/pem.js") { "const pem = `\($0.privateKey())`;\n" },
            .code("src/Map.tsx") { "export const Map = () => <Frame apiKey=\"\($0.google())\" />;\n" },
            .code("src/main.go") { "package main\n\nconst apiKey = \"\($0.hex(40))\"\n" },
            .code("src/Main.java") { "class Main {\n  private static final String API_KEY = \"\($0.hex(40))\";\n}\n" },
            .code("src/Db.kt") { "val dbPassword = \"\($0.password())\"\n" },
            .code("src/Program.cs") { "var c = \"Server=db;User Id=app;Password=\($0.password());\";\n" },
            .code("src/config.php") { "<?php\ndefine('DB_PASSWORD', '\($0.password())');\n" },
            .code("src/database.php") { "<?php\nreturn ['password' => '\($0.password())'];\n" },
            .code("src/lib.rs") { "const TOKEN: &str = \"\($0.gitlab())\";\n" },
            .code("src/helper.rb") { "Slack.configure { |c| c.token = '\($0.slack())' }\n" },
            .code("src/App.swift") { "let apiSecret = \"\($0.hex(40))\"\n" },
            .code("src/config.exs") { "config :app, secret_key_base: \"\($0.word(64))\"\n" },
            .code("src/main.c") { "#define API_TOKEN \"\($0.github())\"\n" },
            .code("src/main.dart") { "const apiKey = '\($0.hex(40))';\n" },
            .code("src/deploy.ps1") { "$env:TOKEN = \"\($0.github())\"\n" },
            .code("src/deploy.sh") { "#!/bin/sh\nexport DB_PASSWORD=\"\($0.password())\"\n" },
            .code("src/fetch.sh") { "curl -H \"Authorization: Bearer \($0.word(40))\" https://api.corp.io\n" },
            .code("src/init.sql") { "create user app with password '\($0.password())';\n" },
            .code("src/main.tf") { "resource \"aws_db_instance\" \"d\" {\n  password = \"\($0.password())\"\n}\n" },
            .code("src/index.html") { "<script>const key = \"\($0.google())\";</script>\n" },
            .code("src/model.r") { "api_key <- \"\($0.hex(40))\"\n" },
            .code("src/keys.ipynb") { "{\"cells\": [{\"source\": [\"api_key = \\\"\($0.hex(40))\\\"\\n\"]}]}\n" },
            .code("src/redis.conf") { "requirepass \($0.password())\n" },
            .code("src/notebook.ipynb") { "{\"cells\": [{\"source\": [\"token = '\($0.github())'\\n\"]}]}\n" },
            .code("dist/bundle.min.js") {
                "!function(){" + String(repeating: "var a=1;", count: 3_000) + "fetch(u,{k:\"\($0.stripe())\"})}();\n"
            },
        ]
    }

    /// Documents and a project's own settings with a secret in them.
    static var settings: [Shape] {
        [
            .code("README.md") { "# Shop\n\nUse the token `\($0.github())` to deploy.\n" },
            .code("docs/deploy.md") { "```\nexport AWS_ACCESS_KEY_ID=\($0.awsKey())\n```\n" },
            .code("docs/keys.md") { "Paste this:\n\n```\n\($0.privateKey("RSA "))```\n" },
            .code("config/database.yml") { "production:\n  adapter: pg\n  password: \($0.password())\n" },
            .code("config/application.properties") { "spring.datasource.password=\($0.password())\n" },
            .code("config/appsettings.json") { "{\"Jwt\": {\"SigningKey\": \"\($0.word(40))\"}}\n" },
            .code("config/app.toml") { "[api]\ntoken = \"\($0.word(40))\"\n" },
            .code("config/app.ini") { "[db]\npassword = \($0.password())\n" },
            .code("config/values.yaml") { "mongo: mongodb://app:\($0.word(16))@db.corp.io/app\n" },
            .code("config/strings.xml") { "<resources><string name=\"maps\">\($0.google())</string></resources>\n" },
            .code("config/beans.xml") { "<bean><property name=\"password\" value=\"\($0.password())\"/></bean>\n" },
            .code("docker-compose.yml") {
                "services:\n  db:\n    environment:\n      POSTGRES_PASSWORD: \($0.password())\n"
            },
            .code("Dockerfile") { "FROM debian:12\nENV API_TOKEN=\($0.word(40))\n" },
            .code(".github/workflows/ci.yml") { "jobs:\n  a:\n    env:\n      TOKEN: \($0.github())\n" },
            .code("Makefile") { "deploy:\n\tcurl -u ada:\($0.password()) https://corp.io\n" },
            .code("postman.json") { "{\"auth\": {\"bearer\": [{\"value\": \"\($0.jwt())\"}]}}\n" },
            .code("hook.yaml") { "slack: https://hooks.sl" + "ack.com/services/T0AB1CD2E/B9ZY8XW7V/\($0.word(24))\n" },
            .code("nginx.conf") { "proxy_set_header Authorization \"Bearer \($0.word(40))\";\n" },
        ]
    }
}
