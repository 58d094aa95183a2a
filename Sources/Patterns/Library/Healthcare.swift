extension ProjectPattern {
    static let healthcare = ProjectPattern(
        id: "healthcare",
        label: "Care",
        promise: "look after health with the right facts at the right time",
        lexicon: Lexicon(
            names: """
                healthcare, health care, telemedicine, telehealth, patient portal, medical app, clinic software, \
                clinic management, medication tracker, medication reminder, pill reminder, electronic health record, \
                ehr, mental health app, health tracker, symptom tracker, hospital, salud, gesundheit, sante, therapy \
                app, medical records, pregnancy tracker, period tracker, caregiver app, mood tracker, doctor, dental \
                practice, pill, pills, take his pills, take her pills, take my pills, medicine reminder, medication \
                schedule, symptom diary, headache diary, migraine, pain tracker, food diary for allergies, allergy \
                tracker, blood pressure log, blood sugar, diabetes app, glucose tracker, medical history, patient \
                records, patient management, hospital software, hospital waiting list, waiting list tracker, nhs, \
                teleconsultation, video consultation, remote doctor, doctor app, find a doctor, doctors, symptom \
                checker, physiotherapy, physio, rehab exercises, baby tracker, baby monitor diary, breastfeeding, \
                pregnancy app, fertility, ivf, menopause, period, cycle tracker, dementia care, elderly care, home \
                care, care home, care plan, carers, caregiving, hospice, palliative, mental health, therapy journal, \
                counselling, counsellors, cbt, eating disorder, sleep tracker, sleep diary, first aid, emergency \
                room, triage, ambulance, vaccination record, vaccination, vaccine, dental clinic, optician, hearing \
                aids, prosthetics, cancer patients, chemotherapy, clinical trials, clinical study, lab results, \
                blood test, blood donation, organ donor, disability support, patient diary, nursing home, midwives, \
                medical, medication plan, vital signs, heart patients, baby sleeps and feeds, baby log, baby sleep, \
                baby feeding, newborn tracker, child vaccinations, vaccination plan for children, hospice care, care \
                documentation, care workers visit, care records, patient reminders, patient app, health diary, blood \
                donors register, wound photos, nutrition for patients
                """,
            signals: """
                blood, check ups, wheelchair, disabled, therapists, medical consultation, treatment, health \
                insurance, doctors appointments, autism, adhd, fever, patient, clinic, nurse, medication, \
                prescription, symptoms, diagnosis, therapist, therapy, dentist, blood pressure, diabetes, glucose, \
                caregivers, elderly, hipaa, chronic, allergy, pharmacy, anxiety, depression, pregnancy, cycle, \
                hospital beds, medicine, sleep, pain diary, wellbeing, paciente, arzt, medecin, cancer, insulin, \
                rehab, mood, psychologist, dementia, sufferers, shared with a neurologist, neurologist, \
                cardiologist, gp, general practitioner, surgeon, surgery, operations, operation, knee operations, \
                ward, hospital ward, rural clinics, clinics, forgot his pills, took his pills, dose, doses, dosage, \
                side effects, inhaler, asthma, epilepsy, seizures, parkinson, alzheimer, copd, coeliac disease, \
                eczema, arthritis, chronic pain, flare ups, blood results, x ray, mri, health records, health data, \
                health check, healthy ageing, seniors fall, fall detection, medic, paramedics, physiotherapist, \
                nurses on the ward, care staff, wound, nutritionist, dietitian, infants, newborn, toddlers sleep, \
                panic attacks, stress, burnout, grief, recovery, post op, discharge letters, insurance claims \
                medical, stroke, heart disease, kidney, dialysis, hearing loss, glasses, eyesight, medical \
                appointments, sick, dermatologists, dermatologist, remote consultations, consultations, patients, my \
                nan, nan, gran, grandmother, grandfather, carers and us, what happened each day care, looked after \
                at home, look after my mother, caring for, care for, care at home, blood tests, results from the \
                lab, ill, illness, illnesses, disease, sick child, fever of my child, baby sleeps, feeds and \
                nappies, nappies, nappy, headache, headaches, migraines, skin, rash, back pain, pain, took the pill, \
                hay fever, allergic, doctors and nurses, doctor's, surgery appointments, dentists, orthodontist, \
                speech therapy, occupational therapy, psychotherapy, counsellor, hearing test, eye test, heart, my \
                baby, baby, babies, feeds, breastfeed, bottle feeds, sleeps, pregnancy weeks, pregnant, birth, \
                midwife, contractions timer, child growth, growth chart, paediatrician, pediatrician, teeth, tooth, \
                dental, braces, eyes, ears, hearing, vision, lungs, asthma attack, oxygen, sugar levels, insulin \
                doses, cholesterol, pulse, weight for patients, flu, covid, infection, virus, antibiotics, surgeons, \
                nurses, paramedic, therapies, hospitals, wards, beds free in hospital, emergency, emergencies, first \
                responders, defibrillator, cpr, pharmacists, chemist, prescriptions, side effect, diagnose, \
                disorder, syndrome, rare disease, rare diseases, autistic, adhd medication, disability, blind \
                people, deaf people, deaf, seniors living alone, older people alone, old people, carer, caregiver, \
                relatives of patients, medical students patients, clinical, medical device, implants, prosthesis
                """,
            hints: """
                health, care, appointment, records, reminder, doctor visit, family, privacy, track, dad, mum, \
                remind, forgot, waiting, diary, plan, signs, alone
                """),
        audience: "patients and their carers",
        personas: [
            Persona(
                "Patient", goal: "Take the right thing at the right time and know why",
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
