extension ProjectPattern {
    static let hr = ProjectPattern(
        id: "hr",
        label: "HR",
        promise: "handle leave, onboarding and reviews fairly and without paper",
        lexicon: Lexicon(
            names: """
                onboarding checklist, employee onboarding checklist, hr, human resources, hr software, employee \
                management, leave management, employee onboarding, hris, staff scheduling, shift planning, shift \
                scheduling, vacation tracker, time off tracker, performance reviews, people management, employee \
                directory, personalverwaltung, recursos humanos, attendance tracking, rota, employee portal, \
                workforce management, roster, duty roster, holiday requests, holiday planner for staff, leave \
                requests, annual leave, sick leave, sickness, absence management, time clock, clock in app, punch \
                clock, rota planner, shift planner, shift swap, shift rota, roster planner, staff rota, onboarding \
                of, onboarding new, new hire onboarding, new employees, employee handbook tool, staff directory, hr \
                tool, hr portal, employee records, performance review, 360 feedback, one on ones, okrs for \
                employees, skills matrix, volunteer rota, duty planner, duty rota, vacation planner, vacation \
                requests, overtime, timesheets for staff, working time, staff planning, employee recognition, \
                employee engagement, internal job moves, payslips, apprentices management, org chart, parental \
                leave, exit interviews, staff holidays, appraisal, appraisals, training records for staff, shared \
                out fairly, night shifts, shifts shared, shift allocation, crew rota, staff training records, staff \
                appraisal, employee leave, employee time tracking, employee scheduling, employee wellbeing, employee \
                training, staff management, team absences, sick days tracker, shift bidding
                """,
            signals: """
                on holiday, who is away, on leave, absent, day off, days off, approve holidays, who works when, hire \
                date, part time staff, employee, employees, staff, leave request, time off, onboarding new hires, \
                vacation days, sick days, shift, shifts, attendance, one on one, contracts of employment, workforce, \
                clock in, absences, hr department, new hires, managers approve, working hours, payslip, empleados, \
                mitarbeiter, swap shifts, company culture, colleagues, training records, remote workers, sick note, \
                who is off, who's off, who is working, who works, working when, next week's shifts, nurses shifts, \
                early shift, late shift, shifts for, cleaning staff, care staff rota, staff members, our staff, our \
                people, person company, employees request, request holidays, request days off, holidays, approve \
                leave, overtime hours, hours worked, geofence, new nurses, new starters, new joiners, first day, \
                first week, probation, buddy, mentor new, trainings completed, mandatory training, certifications \
                expire, employee files, personnel, supervisors, headcount, salaries, benefits, bonuses, staff \
                turnover, team birthdays, peer recognition, kudos, workers, contractors hours, crew scheduling, \
                cover shifts, seasonal staff, temp agency, babysitting rota, part timers, hr team, who's working \
                when, who is working when, who's on, who is on shift, shifts for our, my shifts, days of holiday, \
                holiday left, holidays left, who is on holiday, who's on holiday, request leave, staff holiday, \
                staff rotas, schedule our staff, schedule staff, schedule employees, plan staff, hire and onboard, \
                employee's first day, new hires get, staff reviews, salary reviews, baristas shifts, work schedule, \
                work schedules, clocking in, clock in and out, sign in and out of work, working from home days, home \
                office days, who is in the office, in the office, ward shifts, shifts on our ward, night shift, \
                nights and weekends, weekends off, duty, duties, on duty, off duty, cover for, who covers, stand in, \
                substitute teachers, supply teachers, staff shortage, understaffed, staffing levels, employees' \
                skills, skills of employees, qualifications of staff, certificates of staff, licences expire, \
                driving licence check, hours per week, contract hours, minus hours, flexitime, flexi time, time \
                account, leave, leave days, holidays of staff, public holidays, bank holidays staff, sick, absence, \
                late arrivals, payroll export, wages calculated, pay slips, interns at our company, trainees at our \
                company, hr manager, hr managers, hr people, personnel files, works council, promotions, reviews of \
                employees, feedback for employees, one to ones, performance, goals for employees, onboard, \
                offboarding, welcome new colleagues, teamwork, office attendance, office days, home office, remote \
                work days
                """,
            hints: """
                team, manager, company, approve, calendar, policy, review, schedule, department, work, holiday, new, \
                documents, fairly, night, ward, care workers, training
                """),
        audience: "small companies",
        personas: [
            Persona(
                "Employee", goal: "Ask for leave and know the answer the same day",
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
                .must, "Employee directory", "Every colleague of {who}, with department, contact and start date.",
                .table,
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
