extension IdeaVocabulary {
    /// Countries, regions and large towns, by their first word in lower case.
    static let placeNames = Set(
        """
        africa algeria america amsterdam andorra antwerp argentina armenia asia athens auckland australia austria baltimore \
        bangladesh barcelona basel bavaria belfast belgium bergen berlin bern bilbao birmingham bolivia bologna bordeaux \
        boston brazil bremen brisbane bristol britain brittany brooklyn brussels bucharest budapest bulgaria cairo \
        california cambridge canada cardiff catalonia chicago chile china cologne colombia copenhagen cornwall croatia \
        cuba cyprus dallas delhi denmark denver detroit dresden dubai dublin ecuador edinburgh egypt england estonia \
        ethiopia europe finland florence florida france frankfurt geneva genoa georgia germany ghana glasgow gothenburg \
        graz greece greenland hamburg hanover havana helsinki hungary iceland india indonesia iran iraq ireland israel \
        istanbul italy jamaica japan jordan kansas kenya kiev kyiv korea kuwait kyoto latvia lebanon leeds leipzig lille \
        lima limerick lisbon lithuania liverpool london luxembourg lyon madrid malaysia malta manchester marseille \
        melbourne mexico miami milan monaco montreal morocco moscow mumbai munich nairobi naples nepal netherlands \
        nigeria normandy norway nuremberg ontario oslo ottawa oxford pakistan palermo paris peru philippines poland porto \
        portugal prague qatar quebec rome romania rotterdam russia salzburg scotland seattle serbia seville shanghai \
        sheffield sicily singapore slovakia slovenia spain stockholm stuttgart sweden switzerland sydney syria taiwan \
        tanzania texas thailand tokyo toronto toulouse tunisia turin turkey tuscany tyrol uganda uk ukraine us usa uae eu \
        valencia vancouver venice vienna vietnam wales warsaw wellington yorkshire zagreb zurich
        """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
}
