// Slack's names of the emoji that bots and people here use most; unknown ones stay `:name:`.
export const EMOJI = {
  hourglass_flowing_sand: "⏳", hourglass: "⌛", white_check_mark: "✅", heavy_check_mark: "✔️", warning: "⚠️", x: "❌",
  lock: "🔒", unlock: "🔓", busts_in_silhouette: "👥", bust_in_silhouette: "👤", eyes: "👀", "+1": "👍", thumbsup: "👍",
  "-1": "👎", thumbsdown: "👎", ok_hand: "👌", broken_heart: "💔", heart: "❤️", tada: "🎉", pray: "🙏", wave: "👋", fire: "🔥",
  package: "📦", truck: "🚚", calendar: "📅", date: "📅", spiral_calendar_pad: "🗓️", clock3: "🕒", alarm_clock: "⏰",
  bell: "🔔", no_bell: "🔕", memo: "📝", pencil: "📝", pencil2: "✏️", clipboard: "📋", file_folder: "📁", open_file_folder: "📂",
  camera: "📷", frame_with_picture: "🖼️", framed_picture: "🖼️", paperclip: "📎", email: "📧", envelope: "✉️", incoming_envelope: "📨",
  speech_balloon: "💬", mega: "📣", loudspeaker: "📢", information_source: "ℹ️", question: "❓", exclamation: "❗",
  rotating_light: "🚨", red_circle: "🔴", large_blue_circle: "🔵", large_green_circle: "🟢", large_yellow_circle: "🟡",
  large_orange_circle: "🟠", white_circle: "⚪", arrow_right: "➡️", arrow_left: "⬅️", repeat: "🔁", arrows_counterclockwise: "🔄",
  zzz: "💤", star: "⭐", sparkles: "✨", hammer: "🔨", hammer_and_wrench: "🛠️", wrench: "🔧", factory: "🏭", house: "🏠",
  round_pushpin: "📍", telephone_receiver: "📞", bar_chart: "📊", chart_with_upwards_trend: "📈", microphone: "🎤",
  studio_microphone: "🎙️", movie_camera: "🎥", smile: "😄", slightly_smiling_face: "🙂", thinking_face: "🤔", joy: "😂",
  ballot_box_with_check: "☑️", black_square_button: "🔲", white_large_square: "⬜", checkered_flag: "🏁", robot_face: "🤖",
  no_entry: "⛔", no_entry_sign: "🚫", stop_sign: "🛑", leftwards_arrow_with_hook: "↩️", back: "🔙", new: "🆕", moneybag: "💰",
  euro: "💶", heavy_plus_sign: "➕", bulb: "💡", mag: "🔍", key: "🔑", link: "🔗", hash: "#️⃣", globe_with_meridians: "🌐",
};
export const QUICK = ["white_check_mark", "eyes", "+1", "tada"];
