extension ProjectPattern {
    static let finance = ProjectPattern(
        id: "finance",
        label: "Finance",
        promise: "know where the money goes and what is left",
        lexicon: Lexicon(
            names: """
                finance, personal finance, budgeting, budget app, budget tracker, expense tracker, money manager, \
                accounting, bookkeeping, invoicing, invoicing tool, expense management, fintech, banking app, wallet app, \
                split bills, splitwise, haushaltsbuch, finanzas, presupuesto, contabilidad, invoice generator, \
                investment tracker, portfolio tracker for stocks, crypto portfolio, debt tracker, savings app, tax app, payroll
                """,
            signals: """
                salary, paycheck, wages, vat, where my money goes, money goes, spend less, costs, afford, expenses, credit card, bank statements, \
                budget, expense, spending, spend, savings, save money, bank account, transactions, receipts, invoice, tax, \
                loan, debt, stocks, crypto, cryptocurrency, investment, net worth, bills, income, cash flow, mileage, \
                split costs, shared expenses, pocket money, ledger, currency, interest, mortgage, gastos, ausgaben, \
                depenses, pension, retirement, trading, dividends, allowance, overdue invoices, rent split, subscriptions tracker
                """,
            hints:
                "money, cost, account, payment, bank, category, financial, monthly, household, freelancer, roommates, couple"
        ),
        audience: "private households",
        personas: [
            Persona(
                "{One}", goal: "See what is left this month before spending it",
                pain: "The bank's list says what was paid, not what for"),
            Persona(
                "Partner with shared costs", goal: "Split costs fairly and without talk",
                pain: "Old receipts and half-remembered loans"),
            Persona(
                "Careful saver", goal: "Reach a savings goal on time", pain: "Saves what is left, and nothing is left"),
        ],
        entities: [
            Entity(
                "transaction", ["Weekly groceries", "Train ticket", "Salary", "Electricity", "Dinner with friends"],
                [
                    .title("description"), .money("amount"),
                    .choice("category", "home", "food", "travel", "income", "other"), .date("booked on"),
                    .flag("shared"),
                ]),
            Entity(
                "budget", ["Food in May", "Travel this year", "Home repairs"],
                [
                    .title("name"), .money("limit"), .money("spent"), .choice("period", "week", "month", "year"),
                ]),
            Entity(
                "bill", ["Rent", "Internet", "Insurance"],
                [
                    .title("name"), .money("amount"), .date("due on"), .choice("status", "open", "paid", "late"),
                ]),
        ],
        features: [
            Feature(
                .must, "Transaction list",
                "Income and spending of {who} with category and date, searched and corrected quickly.", .table,
                of: "transaction", [.records, .search]),
            Feature(
                .must, "Budgets", "A limit for each category, with what is spent and what is left.", .cards,
                of: "budget", [.records]),
            Feature(
                .must, "Month at a glance", "Income, spending and balance of the month, by category.", .summary,
                of: "transaction", [.reports]),
            Feature(
                .should, "Bill calendar", "Recurring bills by due date, with a mark on what is late.", .calendar,
                of: "bill", [.scheduling, .notifications]),
            Feature(
                .should, "Bill board", "Open, paid and late bills, moved with one click.", .board, of: "bill",
                [.payments]),
            Feature(
                .should, "Sign-in", "Access with a second factor and a short session.", .signIn, [.accounts, .privacy]),
            Feature(
                .nice, "Statement import",
                "Read a bank's CSV file, recognise categories and skip what is already there.", .settings, [.files]),
            Feature(
                .nice, "Shared costs", "Who paid for whom, and one settlement at the end.", .table, of: "transaction",
                [.sharing]),
        ],
        constraints: [
            "Amounts are integers of the smallest unit (cents); no floating point in sums",
            "Financial data is encrypted at rest and never sold or used for advertising",
        ])
}
