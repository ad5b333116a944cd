/// What one cell (or one wide cell) shows: a base and at most four marks.
struct Cluster: Hashable, Sendable {
  var base: UInt32
  var marks: SIMD4<UInt32>
  var markCount: UInt8
  var width: UInt8
}
