/// Which noun phrases mean people or organisations.
package enum People {
    /// Whether the last word of a phrase is a plural of people: "dog walkers", "small companies".
    package static func areMeant(by phrase: String) -> Bool {
        guard let last = phrase.lowercased().split(separator: " ").last.map(String.init) else { return false }
        if people.contains(last) { return true }
        if notPeople.contains(last) || last.count < 5 { return false }
        return endings.contains { last.hasSuffix($0) }
    }

    /// Plural people and organisations that the ending does not betray.
    private static let people = WordList.set(
        """
        supermarkets barbershops zoos airports bars banks wards kitchens pizzerias canteens postgrads undergrads chippies parishes kindergartens dealers \
        accountants critics steakhouses bistros pubs addicts adolescents adults agencies agents allotments applicants apprentices architects \
        artists assistants associations athletes attorneys bakeries bands barbers baristas beginners boutiques \
        boys breweries brides buddies businesses cafes campsites captains caregivers carers chaplains charities \
        chefs children choirs churches cities citizens clients clinics clubs coaches coeliacs colleges \
        communities companies congregations consultants contractors cooks cooperatives councils couples \
        creatives crew crews crofters customers dads dealerships dentists departments diabetics dieticians \
        dietitians distilleries doctors employees enterprises enthusiasts entrepreneurs expats experts factories \
        faculty families fans farms fathers federations firms flatmates florists freelancers friends garages \
        gardeners geeks girls graduates grandmas grandparents grandpas grooms groups guests guides gyms \
        hobbyists homeowners hospitals hostels hosts hotels households housemates husbands immigrants \
        individuals institutions interns juniors kennels kids kindergartens knitters laboratories labs landlords \
        landscapers leagues libraries locals lovers mechanics members men merchants midwives migrants moms \
        monasteries monks mothers mums municipalities museums musicians neighborhoods neighbors neighbourhoods \
        neighbours nerds newlyweds nomads nonprofits novices nurseries nurses offices organisations \
        organizations owners paramedics parents parishes participants patients peers people pharmacies physios \
        pilots podcasters practices priests producers professionals pros publishers pupils referees refugees \
        residents restaurants retailers retirees roommates salons scholars schools secretaries seniors shops \
        siblings singles skippers smallholders smbs smes societies soldiers solopreneurs sommeliers spouses \
        squads stables staff stallholders startups stores students studios sufferers suppliers surgeons \
        survivors teams teenagers teens tenants theaters theatres therapists toddlers tourists treasurers \
        trustees twins unions universities vegans veterans vets vicars villages vineyards volunteers warehouses \
        wholesalers wineries wives women
        """)
    /// Plurals in -ers, -ors and the like that are no people.
    private static let notPeople = WordList.set(
        """
        playlists checklists wishlists extinguishers \
        adapters anchors answers apartments appointments banners beers bees blankets blenders blockers boilers \
        boosters borders bunkers burgers burners calculators centers chambers chapters chargers clusters \
        coasters coffees colors committees computers containers controllers cookbooks cookers corners corridors \
        counters covers crackers cucumbers cylinders dangers degrees detours diapers dinners dishwashers \
        documents doors drawers dryers elevators errors events factors feeders fees fighters filters fingers \
        flavors flavours flowers flyers folders freezers genders generators gutters hangers harbors heaters \
        helicopters holders hours indicators indoors ingredients ladders lasers layers ledgers letters lists \
        liters litres lockers markers matters meters mirrors mixers monitors monsters motors newsletters numbers \
        offers orders others outdoors papers parameters payments peppers planners plants pointers posters powers \
        prayers printers projectors quarters refrigerators registers reminders rivers rosters routers scanners \
        scissors scooters sectors semesters sensors servers shelters shutters simulators slippers sneakers \
        speakers spiders stickers sweaters synthesisers synthesizers tankers tenders timers toasters toners \
        tours towers trackers tractors trailers transfers trees triggers trousers vectors vouchers walkthroughs \
        wallpapers washers waters wrappers wrists zippers
        """)
    private static let endings = ["ers", "ors", "ists", "ians", "ees", "eurs", "smiths", "people", "men"]
}
