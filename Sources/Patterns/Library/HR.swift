extension ProjectPattern {
    static let hr = ProjectPattern(
        id: "hr",
        label: "HR",
        promise: "handle leave, onboarding and reviews fairly and without paper",
        lexicon: Lexicon(
            names: """
                onboarding checklist, employee onboarding checklist, \
                hr, human resources, hr software, employee management, leave management, employee onboarding, hris, \
                staff scheduling, shift planning, shift scheduling, vacation tracker, time off tracker, performance reviews, \
                people management, employee directory, personalverwaltung, recursos humanos, attendance tracking, rota, \
                employee portal, workforce management, roster, duty roster, holiday requests
                """,
            signals: """
                on holiday, who is away, on leave, absent, day off, days off, approve holidays, who works when, hire date, part time staff, \
                employee, employees, staff, leave request, time off, onboarding new hires, vacation days, sick days, shift, \
                shifts, attendance, one on one, appraisal, contracts of employment, workforce, clock in, absences, hr department, \
                new hires, managers approve, working hours, org chart, payslip, empleados, mitarbeiter, swap shifts, \
                performance review, skills matrix, company culture, colleagues, training records, remote workers
                """,
            hints: "team, manager, company, approve, calendar, policy, review, schedule, department, work"),
        audience: "small employers",
        personas: [
            Persona(
                "Employee at {who}", goal: "Ask for leave and know the answer the same day",
                pain: "Paper forms and unclear balances"),
            Persona("Team lead", goal: "See who is there next week before saying yes", pain: "Approves blindly"),
            Persona("HR officer", goal: "Correct records without double entry", pain: "The same name in six lists"),
        ],
        entities: [
            Entity(
                "employee", ["Katrin Vogel", "Daniel Osei", "Mei Chen", "Carla Rossi"],
                [
                    .title("name"), .email, .text("department"), .date("started on"),
                    .choice("status", "active", "on leave", "left"),
                ]),
            Entity(
                "leave request", ["Summer holiday", "Moving house", "Parental leave"],
                [
                    .title("reason"), .date("starts on"), .number("days"),
                    .choice("status", "asked", "approved", "declined"),
                ]),
            Entity(
                "review", ["Half-year talk with Mei", "Trial period, Daniel", "Goals with Carla"],
                [
                    .title("title"), .date("takes place on"), .choice("status", "planned", "held", "signed"),
                    .long("notes"),
                ]),
        ],
        features: [
            Feature(
                .must, "Employee directory", "Everyone at {who} with department, contact and start date.", .table,
                of: "employee", [.records, .search]),
            Feature(
                .must, "Leave requests", "Asked, approved or declined on a board, with the balance in view.", .board,
                of: "leave request", [.records, .notifications]),
            Feature(
                .must, "Absence calendar", "Who is away when, before the next request is approved.", .calendar,
                of: "leave request", [.scheduling]),
            Feature(
                .should, "Sign-in and roles", "Employees see their own record, leads their team, HR all.", .signIn,
                of: "employee", [.accounts, .privacy]),
            Feature(
                .should, "Reviews", "Planned talks with notes that both sides sign.", .cards, of: "review", [.records]),
            Feature(
                .nice, "Headcount report", "Joiners, leavers and absence by month.", .summary, of: "employee",
                [.reports]),
            Feature(.nice, "Documents", "Contracts and certificates with an end date.", .settings, [.files]),
        ],
        constraints: [
            "Personal records: access by role, every look at another's record is logged",
            "Leave balances follow from approved requests and cannot be typed in",
        ])
}
