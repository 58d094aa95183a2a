extension ProjectPattern {
    static let jobBoard = ProjectPattern(
        id: "job-board",
        label: "Jobs",
        promise: "bring open positions and fitting people together quickly",
        lexicon: Lexicon(
            names: """
                job board, jobs board, job portal, job search, job listings, recruitment platform, hiring platform, \
                career site, stellenborse, bolsa de trabajo, job finder, internship platform, linkedin for, recruiting, \
                applicant tracking, ats, job matching, freelance jobs, job application tracker, career platform
                """,
            signals: """
                look for work, looking for work, find work, find employees, find staff, looking for jobs, \
                job, hire, hiring, employer, candidate, resume, cv, apply, applicant, recruiter, vacancy, internship, \
                remote jobs, interview, cover letter, salary, job seekers, career, freelancers wanted, positions, empleo, \
                stellenanzeigen, emploi, talent, headhunter, graduates, job offers, seasonal work, resumes, shift work
                """,
            hints: "company, skills, work, apply online, remote, match, profile, alert, students, post, developers"),
        audience: "employers and job seekers",
        personas: [
            Persona(
                "Job seeker among {who}", goal: "Find fitting positions with honest conditions",
                pain: "Applies into silence"),
            Persona(
                "Hiring manager", goal: "Fill a position with the right person in weeks",
                pain: "Hundreds of applications, ten that fit"),
            Persona(
                "Board operator", goal: "Keep adverts current and real",
                pain: "Expired and fake adverts scare people away"),
        ],
        entities: [
            Entity(
                "job", ["Frontend developer", "Workshop manager", "Night nurse", "Pastry chef"],
                [
                    .title("title"), .text("company"), .text("place"), .money("salary"),
                    .choice("kind", "full time", "part time", "freelance"), .date("open until"),
                ]),
            Entity(
                "application", ["Application by Mina Aoki", "Application by Paul Ritter", "Application by Zoe Adams"],
                [
                    .title("title"), .email, .choice("stage", "received", "interview", "offer", "declined"),
                    .date("sent on"),
                ]),
            Entity(
                "company", plural: "companies", ["Brightwater Clinic", "Kern & Sons", "Pixel Foundry"],
                [
                    .title("name"), .text("place"), .link, .long("about"),
                ]),
        ],
        features: [
            Feature(
                .must, "Job list", "Open positions for {who} with place, salary and kind, searched and filtered.",
                .cards, of: "job", [.records, .search]),
            Feature(
                .must, "Applications", "Apply with a few facts and a file; both sides see the stage.", .board,
                of: "application", [.records, .files]),
            Feature(
                .must, "Post a job", "An advert in five minutes, with a preview and an end date.", .table, of: "job",
                [.administration]),
            Feature(
                .should, "Company pages", "Who they are and what is open there.", .cards, of: "company", [.records]),
            Feature(
                .should, "Job alerts", "New fitting positions by mail, daily or weekly.", .settings, [.notifications]),
            Feature(
                .should, "Interview calendar", "Interviews by day, confirmed by both sides.", .calendar,
                of: "application", [.scheduling]),
            Feature(
                .nice, "Featured adverts", "Paid places at the top, marked as such.", .checkout, of: "job", [.payments]),
            Feature(
                .nice, "Hiring report", "Days to fill and applications by stage.", .summary, of: "application",
                [.reports]),
        ],
        constraints: [
            "Adverts state salary and end date; expired ones leave search the same day",
            "Applications are deleted six months after the decision",
        ])
}
