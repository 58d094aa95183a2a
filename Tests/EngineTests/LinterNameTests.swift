import Engine
import Review
import Testing

@Suite struct LinterNameTests {
    @Test func `comments may name the rules of every linter that there is`() {
        #expect(OtherCheckers.names == Set(Linter.names))
    }
}
