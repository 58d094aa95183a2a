extension PlantedSecret {
    /// What programs write down about logins.
    static var credentialFiles: [Shape] {
        [
            .credential("a/.env", untold: true) { "API_KEY=\($0.hex(32))\nDB_PASSWORD=\($0.password())\n" },
            .credential("a/.env.local", untold: true) { "NEXT_AUTH=\($0.word(32))\n" },
            .credential("a/api/.env.production", untold: true) { "STRIPE=\($0.stripe())\n" },
            .credential("a/prod.env", untold: true) { "TOKEN=\($0.github())\n" },
            .credential("a/.envrc", untold: true) { "export AWS_ACCESS_KEY_ID=\($0.awsKey())\n" },
            .credential("b/.env.example") { "STRIPE_KEY=\($0.stripe())\nPORT=3000\n" },
            .credential("a/.npmrc") { "//registry.npmjs.org/:_authToken=\($0.npm())\nsave-exact=true\n" },
            .credential("b/.npmrc") {
                "registry=https://npm.corp.example/\n_auth=\($0.base64(40))\nalways-auth=true\n"
            },
            .credential("a/.yarnrc.yml") { "nodeLinker: node-modules\nnpmAuthToken: \"\($0.word(40))\"\n" },
            .credential("a/.pypirc") {
                "[distutils]\nindex-servers = pypi\n\n[pypi]\nusername = ada\npassword = \($0.password())\n"
            },
            .credential("a/pypoetry/auth.toml") {
                "[http-basic.corp]\nusername = \"ada\"\npassword = \"\($0.password())\"\n"
            },
            .credential("a/.netrc") { "machine api.heroku.com\n  login ada@corp.io\n  password \($0.hex(36))\n" },
            .credential("a/netrc.bak") { "machine github.com login ada password \($0.word(24))\n" },
            .credential("a/.aws/credentials") {
                "[default]\naws_access_key_id = \($0.awsKey())\naws_secret_access_key = \($0.base64(40))\n"
            },
            .credential("a/credentials") {
                "[work]\naws_access_key_id=\($0.awsKey())\naws_secret_access_key=\($0.base64(40))\n"
            },
            .credential("a/.aws/cli/cache/5f.json") {
                "{\"Credentials\": {\"AccessKeyId\": \"x\", \"SecretAccessKey\": \"\($0.base64(40))\", \"SessionToken\": \"\($0.base64(90))\"}}"
            },
            .credential("a/rootkey.csv") {
                "User name,Access key ID,Secret access key\nada,\($0.awsKey()),\($0.base64(40))\n"
            },
            .credential("a/.docker/config.json") {
                "{\n\t\"auths\": {\n\t\t\"ghcr.io\": {\n\t\t\t\"auth\": \"\($0.base64(48))\"\n\t\t}\n\t}\n}\n"
            },
            .credential("a/.dockercfg") { "{\"https://index.docker.io/v1/\": {\"auth\": \"\($0.base64(40))\"}}" },
            .credential("a/.kube/config") { kubeconfig(&$0) },
            .credential("a/deploy/kubeconfig.yaml") { kubeconfig(&$0) },
            .credential("a/k8s/db-secret.yaml") {
                "apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\ntype: Opaque\ndata:\n  password: \($0.base64(24))\n"
            },
            .credential("a/k8s/all.yaml") {
                "apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n---\napiVersion: v1\nkind: Secret\nmetadata:\n  name: s\n"
                    + "stringData:\n  api: \($0.word(30))\n"
            },
            .credential("a/service-account.json") { serviceAccount(&$0) },
            .credential("a/keys/shop-firebase-adminsdk.json") { serviceAccount(&$0) },
            .credential("a/client_secret_42.json") {
                "{\"installed\":{\"client_id\":\"4.apps.googleusercontent.com\",\"client_secret\":\"\($0.word(24))\","
                    + "\"redirect_uris\":[\"http://localhost\"]}}"
            },
            .credential("a/token.json") {
                "{\"token\": \"\($0.word(60))\", \"refresh_token\": \"\($0.word(60))\", \"client_id\": \"4.apps\"}"
            },
            .credential("a/gcloud/application_default_credentials.json") {
                "{\"type\": \"authorized_user\", \"client_secret\": \"d-x\", \"refresh_token\": \"\($0.word(50))\"}"
            },
            .credential("a/hosts.yml") {
                "github.com:\n    user: ada\n    oauth_token: \($0.github())\n    git_protocol: ssh\n"
            },
            .credential("a/.config/gh/hosts.yml") { "github.com:\n    oauth_token: \($0.word(40))\n    user: ada\n" },
            .credential("a/.config/hub") {
                "github.com:\n- user: ada\n  oauth_token: \($0.hex(40))\n  protocol: https\n"
            },
            .credential("a/.git-credentials") { "https://ada:\($0.word(30))@git.corp.io\n" },
            .credential("a/.gitconfig") {
                "[url \"https://ada:\($0.word(24))@git.corp.io/\"]\n  insteadOf = https://git.corp.io/\n"
            },
            .credential("a/.terraformrc") { "credentials \"app.terraform.io\" {\n  token = \"\($0.word(60))\"\n}\n" },
            .credential("a/credentials.tfrc.json") {
                "{\"credentials\": {\"app.terraform.io\": {\"token\": \"\($0.word(60))\"}}}"
            },
            .credential("a/terraform.tfvars") { "region = \"eu\"\ndb_password = \"\($0.password())\"\n" },
            .credential("a/rclone.conf") {
                "[drive]\ntype = drive\ntoken = {\"access_token\":\"\($0.word(50))\"}\n\n[s]\ntype = sftp\npass = \($0.word(30))\n"
            },
            .credential("a/.s3cfg") { "[default]\naccess_key = X\nhost_base = s3\nsecret_key = \($0.base64(40))\n" },
            .credential("a/.boto") { "[Credentials]\ngs_secret_access_key = \($0.base64(40))\n" },
            .credential("a/.cargo/credentials.toml") { "[registry]\ntoken = \"\($0.word(32))\"\n" },
            .credential("a/.gem/credentials") { "---\n:rubygems_api_key: \($0.hex(48))\n" },
            .credential("a/auth.json") {
                "{\"http-basic\": {\"repo.corp.io\": {\"username\": \"ada\", \"password\": \"\($0.password())\"}}}"
            },
            .credential("a/settings.xml") {
                "<settings><servers><server><id>c</id><username>ada</username><password>\($0.password())</password></server></servers></settings>"
            },
            .credential("a/NuGet.Config") {
                "<configuration><packageSourceCredentials><corp><add key=\"Username\" value=\"ada\" />"
                    + "<add key=\"ClearTextPassword\" value=\"\($0.password())\" /></corp></packageSourceCredentials></configuration>"
            },
            .credential("a/azure-sp.json") {
                "{\"clientId\": \"1\", \"clientSecret\": \"\($0.word(34))\", \"tenantId\": \"2\", \"subscriptionId\": \"3\"}"
            },
            .credential("a/.sentryclirc") { "[auth]\ntoken=\($0.hex(64))\n" },
            .credential("a/kaggle.json") { "{\"username\":\"ada\",\"key\":\"\($0.hex(32))\"}" },
            .credential("a/.databrickscfg") {
                "[DEFAULT]\nhost = https://x.cloud.databricks.com\ntoken = \($0.databricks())\n"
            },
        ]
    }

    private static func kubeconfig(_ composer: inout SecretComposer) -> String {
        "apiVersion: v1\nkind: Config\nclusters:\n- cluster:\n    server: https://k8s.corp.io\n  name: c\ncontexts:\n- context:\n"
            + "    cluster: c\n    user: u\n  name: x\nusers:\n- name: u\n  user:\n    token: \(composer.word(64))\n"
    }

    private static func serviceAccount(_ composer: inout SecretComposer) -> String {
        let key = composer.privateKey(ending: "\\n")
        return
            "{\n  \"type\": \"service_account\",\n  \"project_id\": \"shop\",\n  \"private_key_id\": \"\(composer.hex(40))\",\n"
            + "  \"private_key\": \"\(key)\",\n  \"client_email\": \"a@shop.iam.gserviceaccount.com\"\n}\n"
    }
}
