import DeskCore

extension SeededRandom {
  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }

  mutating func pick<T>(_ choices: [T]) -> T { choices[below(choices.count)] }
}
