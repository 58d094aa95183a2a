import ArgumentParser
import Models

/// `codeforge-server deploy`: prints how the server is run for a team.
struct DeployCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deploy", abstract: "Print systemd units or a container recipe for this server and its workers.",
        discussion: """
            Jobs stay queued until a worker serves the database, here or on another machine.

            EXAMPLES:
              codeforge-server deploy systemd > units  # two files: codeforge-server.service, codeforge-worker.service
              codeforge-server deploy container > Containerfile
            """)

    enum Form: String, ExpressibleByArgument, CaseIterable { case systemd, container }

    @Argument(help: "What to print; both without it.")
    var form: Form?

    func run() {
        if form != .container { print(Self.unit, terminator: form == nil ? "\n" : "") }
        if form != .systemd { print(Self.recipe, terminator: "") }
    }

    /// The secrets stand in a file that root alone reads; the service sees them as variables.
    ///
    /// https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html
    private static let unit = """
        # /etc/systemd/system/codeforge-server.service
        [Unit]
        Description=CodeForge \(ProductVersion.text) for a team
        Wants=network-online.target
        After=network-online.target postgresql.service

        [Service]
        # CODEFORGE_DATABASE_URL=postgresql://...
        # CODEFORGE_JWT_SECRET=... or CODEFORGE_JWKS_URL=https://.../.well-known/jwks.json
        EnvironmentFile=/etc/codeforge/server.env
        ExecStart=/usr/local/bin/codeforge-server serve --listen 127.0.0.1:8080
        Restart=on-failure
        # Requests that run get half a minute to end.
        TimeoutStopSec=40
        DynamicUser=yes
        NoNewPrivileges=yes
        ProtectSystem=strict
        ProtectHome=yes
        PrivateTmp=yes
        PrivateDevices=yes
        ProtectKernelTunables=yes
        ProtectControlGroups=yes
        RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX
        RestrictNamespaces=yes
        LockPersonality=yes
        SystemCallArchitectures=native
        CapabilityBoundingSet=
        LimitNOFILE=65536

        [Install]
        WantedBy=multi-user.target

        # /etc/systemd/system/codeforge-worker.service
        [Unit]
        Description=CodeForge \(ProductVersion.text), a worker for a team's jobs
        Wants=network-online.target
        After=network-online.target postgresql.service

        [Service]
        # CODEFORGE_SERVICE_DATABASE_URL=postgresql://... of the login codeforge_service, and keys of models
        EnvironmentFile=/etc/codeforge/worker.env
        ExecStart=/usr/local/bin/codeforge-worker --server-database ${CODEFORGE_SERVICE_DATABASE_URL}
        Restart=always
        # Jobs that run are given back to the queue.
        TimeoutStopSec=40
        DynamicUser=yes
        StateDirectory=codeforge
        Environment=HOME=/var/lib/codeforge
        NoNewPrivileges=yes
        ProtectSystem=strict
        ProtectHome=yes
        PrivateTmp=yes
        CapabilityBoundingSet=

        [Install]
        WantedBy=multi-user.target

        """

    private static let recipe = """
        # Containerfile: build in the repository's folder with
        #   podman build -t codeforge-server -f Containerfile .
        # and run with
        #   podman run --env-file server.env -p 127.0.0.1:8080:8080 codeforge-server
        #   podman run --env-file worker.env --entrypoint sh codeforge-server \\
        #     -c 'exec codeforge-worker --server-database "$CODEFORGE_SERVICE_DATABASE_URL"'
        FROM swift:6.3-bookworm AS build
        RUN apt-get update && apt-get install -y --no-install-recommends libsqlite3-dev
        COPY . /source
        WORKDIR /source
        RUN swift build -c release --static-swift-stdlib --product codeforge-server \\
         && swift build -c release --static-swift-stdlib --product codeforge-worker \\
         && install -D .build/release/codeforge-server /out/codeforge-server \\
         && install -D .build/release/codeforge-worker /out/codeforge-worker

        FROM debian:bookworm-slim
        RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates libsqlite3-0 libpq5 \\
         && rm -rf /var/lib/apt/lists/* && useradd --system --no-create-home codeforge
        COPY --from=build /out/ /usr/local/bin/
        USER codeforge
        EXPOSE 8080
        STOPSIGNAL SIGTERM
        ENTRYPOINT ["codeforge-server"]
        CMD ["serve", "--listen", "0.0.0.0:8080"]

        """
}
