import TestSupport
import Testing

struct `Authority` {
    @Test(arguments: Seeds.smoke)
    func `keeps its four properties on random histories`(seed: UInt64) throws {
        let tally = try AuthorityProperties(seed: seed).check(4)
        #expect(tally.values.reduce(0, +) == 4)
    }
}
