/// The way on which a value comes to the place where it does harm.
extension Matcher {
    /// What is noted while a value is read again, once it is known to do harm.
    struct Trail {
        struct Step {
            var kind: FlowStep.Kind
            var tokens: Range<Int>
        }

        /// From the place of harm back to the source.
        private(set) var steps: [Step] = []
        /// Whether the next step is noted: the first way that leads to a source is the one that is told.
        private(set) var isOpen = false

        /// Starts to note steps.
        static var open: Trail {
            var trail = Trail()
            trail.isOpen = true
            return trail
        }

        mutating func add(_ kind: FlowStep.Kind, _ tokens: Range<Int>) {
            guard isOpen else { return }
            steps.append(Step(kind: kind, tokens: tokens))
            if kind == .source { isOpen = false }
        }

        /// The way is found: nothing is noted any more.
        mutating func close() { isOpen = false }
    }

    /// The most steps that are told of one value.
    private static let longestTrail = 8

    /// The steps by which data of a source came to what a match of the program marks, from the source on.
    ///
    /// None where no condition asks what a value is made of, and where the source stands in the marked place itself.
    /// Lines count from `line`.
    mutating func trail(to marked: Range<Int>, _ program: RuleProgram, from line: Int) -> [FlowStep] {
        guard let (asked, taint) = askedValue(of: program, marked), beginAttempt() else { return [] }
        trail = .open
        defer { trail = Trail() }
        let isReached = taint.map { isTainted(asked, by: $0) } ?? !read(asked, depth: 0).request.isDisjoint(with: sink)
        guard isReached else { return [] }
        let steps = trail.steps
        var told: [FlowStep] = []
        for (index, step) in steps.enumerated().reversed() {
            let next = index + 1 < steps.count ? steps[index + 1].tokens : nil
            // `id = request.args["id"]`: the source is all that is seen there.
            if let next, next.lowerBound >= step.tokens.lowerBound, next.upperBound <= step.tokens.upperBound {
                continue
            }
            if step.tokens.overlaps(asked) || step.tokens.overlaps(marked) { continue }
            told.append(FlowStep(kind: step.kind, range: place(of: step.tokens, from: line)))
        }
        return told.count > Matcher.longestTrail
            ? Array(told.prefix(1) + told.suffix(Matcher.longestTrail - 1)) : told
    }

    /// The tokens of which a program asks what they are made of.
    private func askedValue(
        of program: RuleProgram, _ marked: Range<Int>
    ) -> (tokens: Range<Int>, taint: RuleProgram.Taint?)? {
        for condition in program.conditions {
            switch condition {
            case .kind(let variable, .request, false), .kind(let variable, .address, false),
                .kind(let variable, .dynamic, false), .kind(let variable, .interpolated, false):
                if !bindings[variable].isEmpty { return (bindings[variable], nil) }
            case .tainted(let taint): return (marked, taint)
            default: break
            }
        }
        return nil
    }
}
