extension ProjectPattern {
    static let finance = ProjectPattern(
        id: "finance",
        label: "Finance",
        promise: "know where the money goes and what is left",
        lexicon: Lexicon(
            names: """
                finance, personal finance, budgeting, budget app, budget tracker, expense tracker, money manager, \
                accounting, bookkeeping, invoicing, invoicing tool, expense management, fintech, banking app, wallet \
                app, split bills, splitwise, haushaltsbuch, finanzas, presupuesto, contabilidad, invoice generator, \
                investment tracker, portfolio tracker for stocks, crypto portfolio, debt tracker, savings app, tax \
                app, payroll, budget planner, zero based budget, quarterly tax, tax return, tax calculator, tax \
                helper, expense sharing, shared expenses, split expenses, split costs, who owes whom, who owes what, \
                iou, debt payoff, savings goal, savings goals, pocket money app, kids pocket money, subscription \
                tracker, subscription manager, net worth tracker, stock portfolio, stock tracker, dividend tracker, \
                crypto tracker, crypto wallet, bitcoin, invoice app, invoice software, receipt scanner, bookkeeping \
                app, accountancy, cash book, cash flow planner, loan calculator, mortgage calculator, price tracker, \
                microloans, microfinance, peer to peer lending, insurance comparison, bank, banking, neobank, \
                household budget, money app, family budget, financial planner, retirement planner, fire calculator, \
                expense report, mileage tracker, payment reminders, salary calculator, envelope budgeting, \
                treasurer, club treasury, household finances, donation accounting, envelope budgeting for, chip in, \
                who has to chip in, cost us so far, holiday house cost, budgeting for families, budget for, spending \
                tracker, cost tracker, cost splitting, group expenses, trip expenses, travel expenses, project \
                costs, club money, cash register book, vat return, tax filing, accounting for, invoicing for, quotes \
                and invoices, invoices and quotes, expenses for, money for
                """,
            signals: """
                salary, paycheck, wages, vat, where my money goes, money goes, spend less, costs, afford, expenses, \
                credit card, bank statements, budget, expense, spending, spend, savings, save money, bank account, \
                transactions, receipts, invoice, tax, loan, debt, stocks, crypto, cryptocurrency, investment, net \
                worth, bills, income, cash flow, mileage, pocket money, ledger, currency, interest, mortgage, \
                gastos, ausgaben, depenses, pension, retirement, trading, dividends, allowance, overdue invoices, \
                rent split, subscriptions tracker, paid for what, who paid, who paid what, owes, owe, owed, money i \
                owe, paying back, pay back, taxes, tax painless, invoices, cost me, what they cost, what it costs, \
                costs me, subscriptions i forgot, forgotten subscriptions, where does my money, my money, our money, \
                pay cheque, paycheque, save up, saving for, spendings, budgets, overspend, overdraft, credit cards, \
                direct debits, standing orders, interest rate, exchange rates, portfolio of shares, shares, etf, \
                funds, isa, 401k, brokers, hmrc, irs, deductions, self employed, profit and loss, balance sheet, \
                accounts payable, accountants, reimburse, reimbursement, expense claims, petty cash, dues, unpaid \
                invoices, getting paid, late payments, price comparison, electricity bill, bills due, household \
                costs, per person, kitty, settle up, tips shared, financial goals, inflation, snap a receipt, vat \
                sorted, sole traders, sole trader, household expenses, monthly budgets, how much i spend, how much \
                we spend, how much did we spend, spent on, where the money, split rent, split the rent, rent and \
                groceries, share costs, costs between, divide costs, divide bills, who paid for, settle debts, \
                saving up, put money aside, rainy day, invoice clients, send invoices, unpaid, chase payments, get \
                paid, cashflow, income and expenses, tax time, tax office, tax authority, expenses for my business, \
                mileage and expenses, loan repayments, pay off, paying off, kids allowance, piggy bank, price of, \
                crypto prices, stock prices, stock market, exchange rate, cost us, costs so far, so far and who, \
                chip in for, how much did, how much does, how much money, how much is, envelopes, envelope, cash, \
                coins and notes, banks, bank transfers, transfers, standing order, account balance, balances, \
                statements, credit, lend money, lending, borrow money, interest payments, instalments, premium, \
                insurance costs, insurance, premiums, energy costs, heating costs, rent and bills, grocery spending, \
                price rises, compare prices, prices, cheapest, save on, fees, fines, donations tax, income tax, \
                receipt, cost centre, cost centres, budget versus, budget planning, forecast cash, invest, \
                investing, portfolio, gold, property investment returns, pension pot, pensions, retire early, \
                retire, wealth, inheritance money, allowances, pocket, child benefit, freelancer income, \
                freelancers' invoices, hourly rate, rates, expenses reports, company cards, treasury, earn and cost, \
                earns and costs, what my business earns, side businesses, side business, side income, keep an eye on \
                spending, keep an eye on costs, keep an eye on my money, what i earn, earnings
                """,
            hints: """
                money, cost, account, payment, category, financial, monthly, household, freelancer, roommates, \
                couple, pay, paid, flat, subscription, couples, quarterly, forgot, holiday house, chip, family, much
                """),
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
