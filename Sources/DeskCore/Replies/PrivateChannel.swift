/// What everybody reads when an answer goes on in private: that we have written to the person, or,
/// where the account cannot write private messages, how to reach us.
public struct PrivateChannel: Hashable, Sendable {
  /// The saved reply whose words stand in place of the desk's own where a message is written.
  public static let noticeID = SavedReplyID(rawValue: "moved-private")
  /// The saved reply whose words stand in place of the desk's own where contacts are given.
  public static let contactID = SavedReplyID(rawValue: "moved-contact")

  /// How people reach the desk.
  public var contact: ContactCard
  private let saved: [SavedReply]

  /// Makes a channel.
  /// - Parameter saved: the desk's saved replies; those named ``noticeID`` and ``contactID`` are
  ///   used in place of the desk's own words while they may be.
  public init(contact: ContactCard = ContactCard(), saved: [SavedReply] = []) {
    self.contact = contact
    self.saved = saved.filter { [Self.noticeID, Self.contactID].contains($0.id) }
  }

  /// The public words to the author of `mention`, in its language or else in English.
  ///
  /// - Parameters:
  ///   - isWritten: whether a private message goes with them; else they hold the contacts.
  ///   - agent: who answers, for the variable `{agent}`.
  /// - Returns: nil when contacts are asked for and there are none.
  public func notice(
    to mention: Mention, isWritten: Bool, agent: Seat, level: Level, at now: Timestamp
  ) -> String? {
    if !isWritten, contact.isEmpty { return nil }
    let tag = Self.tag(of: mention)
    let body = body(isWritten: isWritten, tag: tag, level: level, at: now)
    let values = ReplyVariables(
      author: mention.incoming.author, mention: mention.incoming.text, agent: agent.rawValue,
      own: ["contact": contact.line, "link": contact.form])
    return values.fill(body).text
  }

  private func body(isWritten: Bool, tag: String, level: Level, at now: Timestamp) -> String {
    let id = isWritten ? Self.noticeID : Self.contactID
    if let reply = saved.first(where: { $0.id == id }),
      reply.refusal(at: now, level: level, tag: tag) == nil, let variant = reply.variant(for: tag)
    {
      return variant.body
    }
    let words = Self.own[tag] ?? Self.english
    return isWritten ? words.written : words.contact
  }

  /// Uzbek in Cyrillic letters is answered in them.
  private static func tag(of mention: Mention) -> String {
    let language = mention.mood.language.rawValue
    guard language == "uz" else { return language }
    let scalars = mention.incoming.text.unicodeScalars
    let cyrillic = scalars.count { (0x400..<0x530).contains($0.value) }
    return cyrillic * 2 > scalars.count { $0.properties.isAlphabetic } ? "uz-Cyrl" : "uz"
  }

  private struct Own: Hashable, Sendable {
    let written: String
    let contact: String
  }

  private static let english = Own(
    written: "Thank you for writing to us. We want to help and have sent you a private message.",
    contact:
      "Thank you for writing to us. We want to help: please write to us in private. {contact}")

  private static let own: [String: Own] = [
    "en": english,
    "ar": Own(
      written: "شكرا لتواصلك معنا. نود مساعدتك وقد أرسلنا إليك رسالة خاصة.",
      contact: "شكرا لتواصلك معنا. نود مساعدتك، راسلنا على الخاص من فضلك: {contact}"),
    "fa": Own(
      written: "از پیام شما متشکریم. می‌خواهیم کمک کنیم و برایتان پیام خصوصی فرستادیم.",
      contact: "از پیام شما متشکریم. می‌خواهیم کمک کنیم، لطفا به ما پیام خصوصی بدهید: {contact}"),
    "uz": Own(
      written: "Murojaatingiz uchun rahmat. Yordam bermoqchimiz, sizga shaxsiy xabar yubordik.",
      contact:
        "Murojaatingiz uchun rahmat. Yordam bermoqchimiz, bizga shaxsiy xabar yozing: {contact}"
    ),
    "uz-Cyrl": Own(
      written: "Мурожаатингиз учун раҳмат. Ёрдам бермоқчимиз, сизга шахсий хабар юбордик.",
      contact: "Мурожаатингиз учун раҳмат. Ёрдам бермоқчимиз, бизга шахсий хабар ёзинг: {contact}"),
    "uk": Own(
      written: "Дякуємо, що написали нам. Хочемо допомогти й надіслали вам приватне повідомлення.",
      contact:
        "Дякуємо, що написали нам. Хочемо допомогти: напишіть нам у приватні повідомлення. {contact}"
    ),
    "ru": Own(
      written: "Спасибо, что написали нам. Хотим помочь и отправили вам личное сообщение.",
      contact: "Спасибо, что написали нам. Хотим помочь: напишите нам в личные сообщения. {contact}"
    ),
  ]
}
