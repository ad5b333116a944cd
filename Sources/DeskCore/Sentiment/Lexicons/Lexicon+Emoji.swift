extension LexiconSource {
  /// Symbols mean much the same in every language, so they stand in every lane.
  static let emoji = LexiconSource(
    name: "emoji", lanes: Lane.allCases,
    text: """
      2.5: 😍 🥰 😘 ❤ 💖 💕 💗 💙 💚 💛 💜 🧡 🤍 💯 🏆 🤩 😻 ♥ 💝 💞
      2 praise: 👏 🙌 👍 💐 🎉 🥳 🫶 🌹 🌸
      1.5: 😀 😃 😄 😁 😊 ☺ 🙂 😇 🤗 😎 👌 ✨ 🌟 ⭐ 💪 😋 🎊 🤝 ✅ 🌷 🕊 🫡 🍀 🤲
      # Folded hands beg as often as they thank.
      0.75: 🙏
      0.5: 😂 🤣 😆 😅 😉 😜 😛 🔥 😌 🤭 🚀
      -3: 😡 🤬 👿 🖕 🤮 💩
      -2.5: 😠 😤 🤢 👎 😭 💔 ☠ 💀 🚨
      -2: 😢 😞 😟 😔 😩 😫 😖 😣 🙁 ☹ 😒 🙄 😑 😰 😨 😱 🤡 😓 😥 😿 🤦 ❌
      -1: 😕 😐 😬 🤨 😶 🥴 😪 😳 ⚠ 🤷 😮 🆘 ⛔ 🐌 🥱
      none insult1: 🤡 🐍 🐑
      none insult2: 🖕 💩
      """)
}
