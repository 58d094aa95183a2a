/// The words that decide what an expression is made of.
enum Vocabulary {
    /// Words before an operand that do not change it.
    static let transparentWords = WordSet("await new yield return try not typeof const let var in of is and or if else")

    static let literalWords = WordSet("true false True False None null nil undefined NaN Infinity iota")

    /// Functions that give a text in the reader's language.
    static let translators = WordSet("t gettext translate i18n _ ngettext gettext_lazy")

    /// Methods that give the text that they are called on with some of it changed.
    static let changers = WordSet(
        """
        replace replaceAll slice substring substr removeprefix removesuffix padStart padEnd ljust rjust \
        replacingOccurrences rstrip lstrip trimStart trimEnd normalize split
        """)

    /// What a type's declaration starts with.
    static let types = WordSet("class struct extension enum interface protocol actor impl trait")

    /// Functions that put values into a text.
    static let formatters = WordSet(
        """
        format Sprintf Sprint Sprintln sprintf concat format_map substitute safe_substitute appendingFormat join \
        Format Concat formatted implode
        """
    )

    /// Functions whose result is what they are given.
    static let wrappers = WordSet(
        """
        text str String Raw raw literal trim strip dedent join lower upper toLowerCase toUpperCase encode decode \
        RawSQL TextClause unsafe from SQL unicode mark_safe bytes Buffer path resolve toString list tuple append compile \
        unquote byte decodeURIComponent Join TrimSpace trimmingCharacters StringBuilder StringBuffer \
        decodeBase64 encodeBase64 encodeBase64String encodeToString b64decode b64encode unquote_plus unescape \
        storage_path public_path base_path resource_path app_path \
        InputStreamReader BufferedReader BufferedInputStream ObjectInputStream DataInputStream InputSource \
        StreamSource SAXSource StringReader \
        base64_decode urldecode rawurldecode stripslashes strtolower strtoupper ucfirst nl2br rtrim ltrim wp_unslash
        """)

    /// Those among the wrappers that are methods of what they change: `name.trim()`.
    static let methods = WordSet(
        """
        trim strip lower upper toLowerCase toUpperCase encode decode toString trimmingCharacters String lowercased \
        uppercased
        """)

    /// Methods that add their argument to a list or a text that is put together.
    static let adders = WordSet("push append WriteString unshift add")

    /// Members that are numbers.
    static let sizes = WordSet("length size byteLength")

    /// Names of variables that count.
    static let counters = WordSet("i j idx index paramIndex paramIdx paramCount paramCounter counter")

    /// Types of parameters that can do no harm in a text.
    static let numericTypes = WordSet(
        """
        int int8 int16 int32 int64 uint uint8 uint16 uint32 uint64 float float32 float64 bool number boolean bigint Int \
        Int8 Int16 Int32 Int64 UInt UInt8 UInt16 UInt32 UInt64 Double Float Bool Decimal datetime date Date UUID uuid \
        long short byte char double Long Short Byte Integer Boolean BigDecimal decimal Guid DateTime usize isize u8 u16 \
        u32 u64 u128 i8 i16 i32 i64 i128 f32 f64 LocalDate LocalDateTime Instant num
        """)

    static let declarations = WordSet("def function func class fn method constructor")
    /// What changes a number that stands beside it, or may have somebody else change it.
    static let changes = WordSet("++ -- += -= *= /= %= &")

    /// Methods that keep a value under a key: `parameters.put("name", value)`.
    static let setters = WordSet("put set setProperty setAttribute setdefault addProperty replace putIfAbsent")
    /// Methods that give what is kept under a key.
    static let getters = WordSet("get getProperty getOrDefault getAttribute getValue opt getString")

    /// What makes true or false of two values, and what ends the second of them.
    static let comparisons = WordSet("== != === !==")
    static let afterComparisons = WordSet("? && || , ;")
    static let arithmetic = WordSet("+ - * / % ** << >> >>> & | ^")
    static let loops = WordSet("for while repeat do switch")
    static let conditions = WordSet("if with catch else elif guard")
    static let loopExits = WordSet("break continue")
    static let modifiers = WordSet(
        "async export default public private internal package static final override fileprivate open mutating protected"
    )

    // MARK: Request data

    private static let requestObjects = WordSet(
        """
        req request ctx context c r event params flask bottle cherrypy httpRequest httpReq Request HttpContext \
        httpContext httpServletRequest servletRequest webRequest sock socket
        """)
    private static let requestMembers = WordSet(
        """
        body query params headers cookies GET POST args form values files json data query_params get_json FormValue \
        PostFormValue URL Query Param PostForm QueryParam FormFile queryStringParameters pathParameters rawBody \
        form_data query_string path_params COOKIES META view_args get_data request parameters content originalUrl \
        PathValue GetHeader DefaultQuery getParameter getParameterValues getHeader getQueryString getCookies \
        queryParameters QueryString Cookies Headers getParameterMap getParameterNames getHeaders getHeaderNames \
        getInputStream getReader getRequestURI getRequestURL getPathInfo getPart getParts match_info rel_url \
        Form Params GetQuery GetPostForm QueryArray QueryParams FormParams param forms arguments FILES get_param \
        media
        """)
    /// What PHP fills from the request.
    private static let requestVariables = WordSet("$_GET $_POST $_REQUEST $_COOKIE")
    /// Functions that ask the user or take what a request holds.
    static let inputCalls = WordSet(
        "input raw_input prompt readLine get_argument get_query_argument get_body_argument")
    /// What Rails and Sinatra call what came with a request.
    static let railsRequests = WordSet("params cookies request")
    static let railsParameters = TokenHash.of("params")
    /// What PHP's frameworks call a request, and what it is asked for besides its fields.
    static let phpRequest = TokenHash.of("$request")
    static let phpRequestMembers = WordSet(
        """
        input query post all file cookie cookies header headers json string only except request files getContent \
        getParsedBody getQueryParams getQueryParam getCookieParams getParam getPost getGet getVar getQuery \
        getPostParam get
        """)
    /// Fields of a request of PHP that nobody but the server fills.
    static let phpServerFields = WordSet("user attributes server session")
    private static let itself = TokenHash.of("self")
    private static let directPairs: [(UInt32, UInt32)] = [
        ("sys", "argv"), ("process", "argv"), ("os", "Args"), ("location", "hash"), ("location", "search"),
        ("location", "href"), ("document", "URL"), ("document", "referrer"), ("document", "location"),
        ("window", "location"), ("window", "name"), ("CommandLine", "arguments"), ("mux", "Vars"), ("flag", "Arg"),
        ("searchParams", "get"), ("URLSearchParams", "get"), ("sys", "stdin"), ("event", "data"), ("e", "data"),
        ("formData", "get"), ("chi", "URLParam"), ("form", "cleaned_data"), ("form", "data"),
        ("call", "receiveText"), ("call", "receiveParameters"), ("call", "queryParameters"), ("call", "parameters"),
    ].map { (TokenHash.of($0.0), TokenHash.of($0.1)) }

    /// Whether a chain of names reaches into a request, the command line or the page's address.
    static func isRequestData(_ members: [UInt32]) -> Bool {
        guard var first = members.first else { return false }
        if requestVariables.contains(first) { return true }
        // `self.request.body` of a handler.
        if first == itself, members.count > 1 { first = members[1] }
        if requestObjects.contains(first), members.dropFirst().contains(where: { requestMembers.contains($0) }) {
            return true
        }
        for (one, other) in directPairs {
            if let at = members.firstIndex(of: one), members[at...].contains(other) { return true }
        }
        return false
    }
}
