import Agents
import JSON
import Models
import Patterns
import TestSupport
import Testing

@testable import Agents

struct WireframeAgentTests {
    private func wireframe(_ requirements: RequirementsDoc) async throws -> WireframeSpec {
        var run = OfflineRun()
        run.project.requirements = requirements
        return try await run.document(WireframeSpec.self, from: .wireframe)
    }

    @Test func `every must-have feature has a page, and names are valid`() async throws {
        for (_, idea) in Ideas.all {
            let requirements = try await OfflineRun().requirements(for: idea)
            // Firmware, a command or a library has no pages.
            let shape = OwnWords.shape(of: requirements)
            if let shape, !shape.hasTemplate, shape != .game, shape != .desktop, shape != .browserExtension {
                #expect(try await wireframe(requirements).siteMap.map(\.path) == ["/"])
                continue
            }
            check(try await wireframe(requirements), for: requirements)
        }
    }

    private func check(_ spec: WireframeSpec, for requirements: RequirementsDoc) {
        let pages = spec.siteMap.filter { $0.path != "/" }.map(\.description).joined(separator: "\n")
        for feature in requirements.coreFeatures where feature.priority == .mustHave {
            #expect(pages.contains(feature.name), "\(requirements.appName): \(feature.name)")
        }
        #expect(spec.siteMap.first?.path == "/")
        #expect(Set(spec.siteMap.map(\.path)).count == spec.siteMap.count)
        for component in spec.siteMap.flatMap(\.components) {
            #expect(component.name.wholeMatch(of: /[A-Z][A-Za-z0-9]*/) != nil, "\(component.name)")
            #expect(component.props.allSatisfy { $0.wholeMatch(of: /[a-z][A-Za-z0-9]*/) != nil }, "\(component.props)")
        }
    }

    @Test func `all colours of a theme are readable on each other`() {
        for number in 0..<2000 {
            let colours = Palette(for: "subject \(number)").hexCodes.compactMap(Colour.init(hex:))
            #expect(colours.count == 3)
            for (index, left) in colours.enumerated() {
                for right in colours[(index + 1)...] { #expect(left.contrast(with: right) >= 4.5) }
            }
        }
    }

    @Test func `contrast follows the published examples`() throws {
        let white = try #require(Colour(hex: "#fff"))
        let black = try #require(Colour(hex: "#000000"))
        #expect(abs(white.contrast(with: black) - 21) < 0.001)
        #expect(abs(try #require(Colour(hex: "#767676")).contrast(with: white) - 4.54) < 0.01)
        #expect(Colour(hex: "red") == nil)
    }

    @Test func `odd requirements give valid wireframes`() async throws {
        var text = RandomText(seed: 6)
        for _ in 0..<Rounds.oddInputs {
            let requirements = text.requirements()
            let spec = try await wireframe(requirements)
            #expect(!spec.siteMap.isEmpty)
        }
    }

    @Test func `without requirements it says what to do`() async throws {
        await #expect(throws: AgentError.self) { try await OfflineRun().outcome(of: .wireframe) }
    }
}

extension RandomText {
    /// Requirements that nobody's agent wrote.
    mutating func requirements() -> RequirementsDoc {
        func clipped(_ text: String, _ range: ClosedRange<Int>) -> String {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: text.unicodeScalars.prefix(range.upperBound))
            while view.count < range.lowerBound { view.append("x") }
            return String(view)
        }
        let features = (0..<Int.random(in: 0...9, using: &random)).map { _ in
            Feature(
                name: clipped(idea(), 1...100), description: clipped(idea(), 1...500),
                priority: PriorityLevel.allCases[Int.random(in: 0..<3, using: &random)])
        }
        let personas = (0..<Int.random(in: 0...3, using: &random)).map { _ in
            UserPersona(
                role: clipped(idea(), 1...100), goal: clipped(idea(), 1...200), painPoint: clipped(idea(), 1...200))
        }
        let stacks = [[], ["Next.js"], ["FastAPI"], ["Flask"], ["HTML"], ["Swift"], [idea()]]
        return RequirementsDoc(
            appName: clipped(idea(), 1...100), elevatorPitch: clipped(idea(), 20...500), targetAudience: personas,
            coreFeatures: features, recommendedStack: stacks[Int.random(in: 0..<stacks.count, using: &random)],
            technicalConstraints: Bool.random(using: &random) ? idea() : nil)
    }
}
