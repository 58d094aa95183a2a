/// The words that make blocks.
enum FlowWords {
    private static let branches = WordSet("if elif elseif")
    private static let otherwise = WordSet("else")
    private static let loops = WordSet("for while repeat foreach")
    private static let attempts = WordSet("try")
    private static let handlers = WordSet("except catch")
    private static let others = WordSet("do finally with guard switch select class struct")
    /// Those that mean something where a statement may start.
    static let all = WordSet(
        """
        if elif elseif else for foreach while repeat try except catch do finally with guard switch select class struct \
        def function func fn fun lambda_ return raise throw panic match case \
        const let var export default public private internal package static final override fileprivate global nonlocal \
        val mut protected readonly late lateinit inline pub
        """)

    /// What kind of block a statement with this word opens.
    static func kind(of word: UInt32) -> FunctionFlow.Block.Kind? {
        if branches.contains(word) { return .branch }
        if otherwise.contains(word) { return .otherwise }
        if loops.contains(word) { return .loop }
        if attempts.contains(word) { return .attempt }
        if handlers.contains(word) { return .handler }
        return others.contains(word) ? .other : nil
    }

    static let functions = WordSet("def function func fn fun lambda_")
    static let exits = WordSet("return raise throw panic")
    static let modifiers = WordSet(
        "const let var export default public private internal package static final override fileprivate global nonlocal"
    )
    /// Those of languages in which they are no names.
    static let otherModifiers = WordSet("val mut protected readonly late lateinit inline pub")
    static let itself = WordSet("self this cls")
    static let requestParts = WordSet("query body params headers cookies searchParams")
    static let requestAnnotations = WordSet(
        """
        @RequestParam @PathVariable @RequestHeader @RequestBody @CookieValue @QueryParam @PathParam @FormParam \
        @HeaderParam FromQuery FromRoute FromBody FromForm FromHeader
        """)
    /// What frameworks of JavaScript call the type of a request.
    static let requestTypes = WordSet(
        "Request NextApiRequest FastifyRequest IncomingMessage NextRequest VercelRequest APIGatewayProxyEvent")
    static let requestDecorators = WordSet(
        "@Query @Param @Body @Headers @QueryParam @BodyParam @HeaderParam")
    /// What a method of ASP.NET gives that requests call.
    static let actionResults = WordSet(
        "IActionResult ActionResult ViewResult ContentResult JsonResult FileResult IHttpActionResult")
    static let actionAttributes = WordSet("HttpGet HttpPost HttpPut HttpDelete HttpPatch AcceptVerbs")
    static let textTypes = WordSet("str Optional Annotated bytes Any Union")
    static let routes = WordSet("get post put delete patch all use route websocket api_route head options")
    static let checks = WordSet(
        "includes has test match fullmatch hasOwnProperty contains isAllowed is_allowed isalnum isdigit")
}
