extension ProjectPattern {
    static let healthcare = ProjectPattern(
        id: "healthcare",
        label: "Care",
        promise: "look after health with the right facts at the right time",
        lexicon: Lexicon(
            names: """
                healthcare, health care, telemedicine, telehealth, patient portal, medical app, clinic software, \
                clinic management, medication tracker, medication reminder, pill reminder, electronic health record, ehr, \
                mental health app, health tracker, symptom tracker, hospital, salud, gesundheit, sante, therapy app, \
                medical records, pregnancy tracker, period tracker, caregiver app, mood tracker, doctor, dental practice
                """,
            signals: """
                blood, hospital, check ups, wheelchair, disabled, therapists, medical consultation, treatment, health insurance, doctors appointments, autism, adhd, fever, \
                patient, clinic, nurse, medication, pills, prescription, symptoms, diagnosis, therapist, therapy, dentist, \
                mental health, blood pressure, diabetes, glucose, vaccination, caregivers, elderly, hipaa, physiotherapy, \
                chronic, allergy, migraine, pharmacy, anxiety, depression, pregnancy, cycle, hospital beds, medicine, sleep, \
                doctors, pain diary, wellbeing, paciente, arzt, medecin, cancer, insulin, rehab, mood, psychologist, dementia
                """,
            hints:
                "health, care, medical, appointment, records, reminder, doctor visit, family, privacy, track, vital signs"
        ),
        audience: "patients and their carers",
        personas: [
            Persona(
                "Patient among {who}", goal: "Take the right thing at the right time and know why",
                pain: "Instructions on paper get lost"),
            Persona(
                "Care professional", goal: "See what happened since the last visit",
                pain: "Relies on what the patient remembers"),
            Persona("Relative", goal: "Help without being in the way", pain: "Hears of problems late"),
        ],
        entities: [
            Entity(
                "patient", ["Agnes Holm", "Robert Keller", "Fatima Zahra"],
                [
                    .title("name"), .date("born on"), .phone, .choice("status", "stable", "watch", "urgent"),
                    .long("notes"),
                ]),
            Entity(
                "visit", ["First consultation", "Control after six weeks", "Home visit"],
                [
                    .title("reason"), .date("takes place on"), .choice("status", "planned", "done", "missed"),
                    .long("findings"),
                ]),
            Entity(
                "medication", ["Metformin, morning", "Vitamin D, weekly", "Ibuprofen, as needed"],
                [
                    .title("name"), .number("dose"), .text("unit"), .date("until"), .flag("taken today"),
                ]),
        ],
        features: [
            Feature(
                .must, "Patient record", "Facts, notes and state of each patient, seen only by those who treat them.",
                .table, of: "patient", [.records, .privacy]),
            Feature(
                .must, "Visit calendar", "Visits of {who} by day, with reason and result.", .calendar, of: "visit",
                [.scheduling]),
            Feature(
                .must, "Medication plan", "What to take, how much and until when, ticked off when taken.", .table,
                of: "medication", [.notifications]),
            Feature(
                .must, "Protected sign-in", "Access by role with a second factor; every look at a record is logged.",
                .signIn, of: "patient", [.accounts, .privacy]),
            Feature(
                .should, "Care board", "Patients by state: stable, to be watched, urgent.", .board, of: "patient",
                [.records]),
            Feature(
                .should, "Messages", "Questions between patient and practice, kept with the record.", .thread,
                of: "visit", [.messaging]),
            Feature(.nice, "Course over time", "Visits and missed doses by month.", .summary, of: "visit", [.reports]),
        ],
        constraints: [
            "Health data: encryption at rest and in transit, access log, hosting under HIPAA or GDPR article 9",
            "The app gives no diagnosis and says so",
        ])
}
