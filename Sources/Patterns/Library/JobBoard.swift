extension ProjectPattern {
    static let jobBoard = ProjectPattern(
        id: "job-board",
        label: "Jobs",
        promise: "match open positions with the right people quickly",
        lexicon: Lexicon(
            names: """
                job board, jobs board, job portal, job search, job listings, recruitment platform, hiring platform, \
                career site, stellenborse, bolsa de trabajo, job finder, internship platform, linkedin for, \
                recruiting, applicant tracking, ats, job matching, freelance jobs, job application tracker, career \
                platform, find a job, jobs for, job ads, job site, job marketplace, short contracts, short term \
                contracts, internships, internship, internships for, apprenticeships, gig work, temp work, seasonal \
                jobs, volunteer jobs board, hire retired, staffing, staffing agency, recruitment, recruiter tool, \
                talent pool, talent platform, candidate tracking, applicant tracker, cv database, job alerts, job \
                referrals, hiring pipeline, interview scheduling, casting calls, casting platform, au pair, nanny \
                jobs, freelancer jobs, student jobs, mini jobs, career fair, job match, job listings for, need \
                pickers, pickers, harvest helpers, fruit pickers, students need money, museum jobs, teaching jobs, \
                nursing jobs, tech jobs, green jobs, local jobs, jobs and internships, apprenticeship search, \
                recruiting for, recruitment for, hiring for, work exchange, au pairs
                """,
            signals: """
                part time work, temporary work, work for students, looking for work, vacancies near, \
                look for work, looking for work, find work, find employees, find staff, looking for jobs, job, hire, \
                hiring, employer, candidate, resume, cv, apply, applicant, recruiter, vacancy, remote jobs, \
                interview, cover letter, salary, job seekers, career, freelancers wanted, positions, empleo, \
                stellenanzeigen, emploi, talent, headhunter, graduates, job offers, seasonal work, resumes, shift \
                work, hire chefs, companies that need them, companies that need, need workers, need staff, looking \
                for staff, looking for a job, work experience, open positions, open roles, roles, employers, post a \
                job, post jobs, post vacancies, applications for jobs, track my applications, job hunting, job \
                hunters, job seeker, interviews, interview prep, cvs, applicants, candidates, recruiters, hiring \
                managers, salary range, pay range, placement, placements, traineeship, contract work, day labourers, \
                shift workers wanted, skilled workers, retired engineers, unemployed, career change, career advice, \
                refugees find work, ex offenders, veterans jobs, remote work, relocation, work visa, sixth formers, \
                saturday jobs, saturday job, part time jobs, jobs in their town, jobs near, jobs in, jobs, startups \
                post, post remote, candidates apply, apply for, apply to, work for students, students find work, \
                find a trainee, find trainees, find apprentices, find interns, find nurses, find teachers, find \
                staff for, employers find, companies find, companies looking, looking for developers, hire \
                developers, hire students, freelance work, shifts to fill, short notice staff, casual work, cover \
                letters, interview questions, first job, gap year jobs, ski season jobs, farm work jobs, extras for \
                films, crew for ships, pickers in august, students need, need helpers paid, paid work, earn money, \
                earn, extra income, side job, side jobs, weekend job, holiday jobs, summer jobs, summer job, job \
                adverts, job advert, adverts for jobs, position, posts vacant, vacancies, recruit, recruits, \
                applications, applies, employment, unemployed people, careers, professionals looking, freelancers \
                find work, find clients for freelancers, find gigs, musicians find gigs, actors find roles, \
                castings, casting, auditions, audition, models find jobs, sailors find boats, crew wanted, cooks \
                wanted, waiters wanted, nurses wanted, teachers wanted, drivers wanted, staff wanted, wanted, \
                talents, skilled, skills match, work permit, reference letters, references, salaries, wage, hourly \
                wage, looking for night shifts, looking for shifts, hospitals that need them, that need them, who \
                need them, find hospitals, find employers
                """,
            hints: """
                company, skills, work, apply online, remote, match, profile, alert, students, post, developers, \
                contract, engineer, chefs, design students, retired, museum, august, money, professionals, listing, \
                need
                """),
        audience: "employers and job seekers",
        personas: [
            Persona(
                "Job seeker", goal: "Find fitting positions with honest conditions",
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
