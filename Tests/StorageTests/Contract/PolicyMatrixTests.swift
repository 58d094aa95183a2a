import Models
import Storage
import Testing

/// The specification's section 2, whole: every table, operation and caller, on a row that exists and on one that doesn't.
@Suite struct PolicyMatrixTests {
    @Test(arguments: StoreBackend.all, PolicyCase.all)
    func `a policy admits, hides or forbids, whether or not the row exists`(
        backend: StoreBackend, policy: PolicyCase
    ) async throws {
        // A world is as it was until something was done in it.
        var untouched: PolicyWorld?
        for caller in PolicyCaller.allCases {
            for exists in [true, false] {
                let world: PolicyWorld
                if let untouched { world = untouched } else { world = try await PolicyWorld(backend) }
                let outcome = await world.attempt(policy.action, on: policy.table, by: caller, exists: exists)
                untouched = outcome == .done && policy.action != .select ? nil : world
                #expect(
                    outcome == policy.expected(for: caller, exists: exists),
                    "\(policy) by \(caller), row \(exists ? "exists" : "doesn't exist")")
            }
        }
    }

    @Test func `the matrix has every table and operation`() {
        #expect(PolicyCase.all.count == StoreTable.allCases.count * StoreError.Action.allCases.count)
    }

    @Test(arguments: StoreBackend.all)
    func `lists show each caller its own rows alone`(backend: StoreBackend) async throws {
        let world = try await World(backend)
        _ = try await world.submit()
        #expect(try await world.store.profiles(as: world.asOther).count == 2)
        #expect(try await world.store.profiles(as: .anonymous).isEmpty)
        #expect(try await world.store.projects(as: world.asOwner).count == 1)
        #expect(try await world.store.projects(as: world.asOther).isEmpty)
        #expect(try await world.store.projects(as: .service).count == 1)
        #expect(try await world.store.projects(as: .anonymous).isEmpty)
        #expect(try await world.store.openJobs(as: world.asOwner).count == 1)
        #expect(try await world.store.openJobs(as: world.asOther).isEmpty)
        #expect(try await world.store.openJobs(as: .anonymous).isEmpty)
    }
}

/// Who asks; the owner is the user that the row belongs to, or would belong to, and the member shares the owner's project.
enum PolicyCaller: CaseIterable, Sendable {
    case owner, member, other, service, anonymous
}

enum PolicyOutcome: Equatable, Sendable {
    case done, notFound, forbidden, conflict
    case failed(String)
}

/// A cell of the specification's table, with what each caller gets.
struct PolicyCase: Sendable, CustomTestStringConvertible {
    var table: StoreTable
    var action: StoreError.Action
    /// What the owner gets for the row, then another user, for an existing row and for a missing one.
    var owner: (PolicyOutcome, PolicyOutcome)
    var other: (PolicyOutcome, PolicyOutcome)

    /// What somebody gets who shares the project: the project itself to read and change, what is in it as the owner,
    /// of conversations their own alone; all else as any other user.
    var member: (PolicyOutcome, PolicyOutcome) {
        switch (table, action) {
        case (.projects, .select), (.projects, .update), (.projectFiles, _), (.learningRoadmaps, _),
            (.dailySessions, .insert), (.agentJobs, .select):
            owner
        case (.profiles, _), (.projects, _), (.dailySessions, _), (.agentJobs, _), (.patternEmbeddings, _): other
        }
    }

    var testDescription: String { "\(action) on \(table)" }

    func expected(for caller: PolicyCaller, exists: Bool) -> PolicyOutcome {
        switch (caller, exists) {
        case (.owner, true): owner.0
        case (.owner, false): owner.1
        case (.member, true): member.0
        case (.member, false): member.1
        case (.other, true): other.0
        case (.other, false): other.1
        case (.service, true): action == .insert ? Self.existing(table) : .done
        case (.service, false): action == .insert ? Self.missing(table) : .notFound
        case (.anonymous, _): action == .select ? .notFound : .forbidden
        }
    }

    /// What inserting where "the row exists" means: a profile's own identity, else the project it goes into.
    private static func existing(_ table: StoreTable) -> PolicyOutcome { table == .profiles ? .conflict : .done }

    private static func missing(_ table: StoreTable) -> PolicyOutcome {
        switch table {
        case .projectFiles, .learningRoadmaps, .dailySessions, .agentJobs: .notFound
        case .profiles, .projects, .patternEmbeddings: .done
        }
    }

    static let all: [PolicyCase] = [
        // Every user sees every profile, and writes their own.
        PolicyCase(.profiles, .select, owner: (.done, .notFound), other: (.done, .notFound)),
        PolicyCase(.profiles, .insert, owner: (.conflict, .done), other: (.forbidden, .forbidden)),
        PolicyCase(.profiles, .update, owner: (.done, .notFound), other: (.forbidden, .forbidden)),
        PolicyCase(.profiles, .delete, owner: (.forbidden, .forbidden), other: (.forbidden, .forbidden)),
        // A project is its owner's, and hidden from everybody else.
        PolicyCase(.projects, .select, owner: (.done, .notFound), other: (.notFound, .notFound)),
        PolicyCase(.projects, .insert, owner: (.done, .done), other: (.forbidden, .forbidden)),
        PolicyCase(.projects, .update, owner: (.done, .notFound), other: (.notFound, .notFound)),
        PolicyCase(.projects, .delete, owner: (.done, .notFound), other: (.notFound, .notFound)),
        // What is in a project goes with the project.
        PolicyCase(.projectFiles, .select, owner: (.done, .notFound), other: (.notFound, .notFound)),
        PolicyCase(.projectFiles, .insert, owner: (.done, .forbidden), other: (.forbidden, .forbidden)),
        PolicyCase(.projectFiles, .update, owner: (.done, .notFound), other: (.notFound, .notFound)),
        PolicyCase(.projectFiles, .delete, owner: (.done, .notFound), other: (.notFound, .notFound)),
        PolicyCase(.learningRoadmaps, .select, owner: (.done, .notFound), other: (.notFound, .notFound)),
        PolicyCase(.learningRoadmaps, .insert, owner: (.done, .forbidden), other: (.forbidden, .forbidden)),
        PolicyCase(.learningRoadmaps, .update, owner: (.done, .notFound), other: (.notFound, .notFound)),
        PolicyCase(.learningRoadmaps, .delete, owner: (.done, .notFound), other: (.notFound, .notFound)),
        PolicyCase(.dailySessions, .select, owner: (.done, .notFound), other: (.notFound, .notFound)),
        PolicyCase(.dailySessions, .insert, owner: (.done, .forbidden), other: (.forbidden, .forbidden)),
        PolicyCase(.dailySessions, .update, owner: (.done, .notFound), other: (.notFound, .notFound)),
        PolicyCase(.dailySessions, .delete, owner: (.done, .notFound), other: (.notFound, .notFound)),
        // Jobs are read by their user and written by the service alone.
        PolicyCase(.agentJobs, .select, owner: (.done, .notFound), other: (.notFound, .notFound)),
        PolicyCase(.agentJobs, .insert, owner: (.forbidden, .forbidden), other: (.forbidden, .forbidden)),
        PolicyCase(.agentJobs, .update, owner: (.forbidden, .forbidden), other: (.forbidden, .forbidden)),
        PolicyCase(.agentJobs, .delete, owner: (.forbidden, .forbidden), other: (.forbidden, .forbidden)),
        // The pattern library is everybody's to read.
        PolicyCase(.patternEmbeddings, .select, owner: (.done, .notFound), other: (.done, .notFound)),
        PolicyCase(.patternEmbeddings, .insert, owner: (.forbidden, .forbidden), other: (.forbidden, .forbidden)),
        PolicyCase(.patternEmbeddings, .update, owner: (.forbidden, .forbidden), other: (.forbidden, .forbidden)),
        PolicyCase(.patternEmbeddings, .delete, owner: (.forbidden, .forbidden), other: (.forbidden, .forbidden)),
    ]

    private init(
        _ table: StoreTable, _ action: StoreError.Action, owner: (PolicyOutcome, PolicyOutcome),
        other: (PolicyOutcome, PolicyOutcome)
    ) {
        (self.table, self.action, self.owner, self.other) = (table, action, owner, other)
    }
}
