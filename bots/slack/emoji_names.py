"""Slack's emoji names to Unicode, for the signs people at work use; any other keeps its `:name:`.

Only reading: what leaves for Slack is Unicode already.
"""

_SIGNS = """
+1 👍|thumbsup 👍|-1 👎|thumbsdown 👎|ok_hand 👌|clap 👏|pray 🙏|wave 👋|raised_hands 🙌
muscle 💪|handshake 🤝|point_up ☝️
point_right 👉
point_left 👈|point_down 👇|point_up_2 👆|eyes 👀|fire 🔥|tada 🎉|rocket 🚀
100 💯|heart ❤️|broken_heart 💔
star ⭐|star2 🌟|sparkles ✨|sunny ☀️|snowflake ❄️|zap ⚡|boom 💥|bulb 💡|warning ⚠️|rotating_light 🚨|no_entry ⛔
white_check_mark ✅|heavy_check_mark ✔️|ballot_box_with_check ☑️|x ❌|heavy_multiplication_x ✖️|question ❓|exclamation ❗
heavy_exclamation_mark ❗|grey_question ❔|bangbang ‼️|red_circle 🔴|large_green_circle 🟢|large_yellow_circle 🟡
large_blue_circle 🔵|large_orange_circle 🟠|white_circle ⚪|black_circle ⚫|arrow_right ➡️|arrow_left ⬅️|arrow_up ⬆️
arrow_down ⬇️|information_source ℹ️|hourglass ⌛|hourglass_flowing_sand ⏳|alarm_clock ⏰|stopwatch ⏱️|calendar 📆|date 📅
spiral_calendar_pad 🗓️|memo 📝|pencil2 ✏️|paperclip 📎|pushpin 📌|round_pushpin 📍|link 🔗|lock 🔒|unlock 🔓|key 🔑|mag 🔍
camera 📷|camera_with_flash 📸|frame_with_picture 🖼️|file_folder 📁|open_file_folder 📂|page_facing_up 📄|clipboard 📋
chart_with_upwards_trend 📈|chart_with_downwards_trend 📉|bar_chart 📊|package 📦
truck 🚚|articulated_lorry 🚛|house 🏠
factory 🏭|hammer 🔨|wrench 🔧|hammer_and_wrench 🛠️|nut_and_bolt 🔩|gear ⚙️|straight_ruler 📏|triangular_ruler 📐|saw 🪚
screwdriver 🪛|carpentry_saw 🪚|chair 🪑|door 🚪|wood 🪵|bricks 🧱|evergreen_tree 🌲|art 🎨|email 📧|envelope ✉️|phone ☎️
telephone_receiver 📞|iphone 📱|computer 💻|printer 🖨️|bell 🔔|no_bell 🔕|speech_balloon 💬|thought_balloon 💭
busts_in_silhouette 👥|bust_in_silhouette 👤|construction_worker 👷|robot_face 🤖|moneybag 💰|euro 💶|credit_card 💳
coffee ☕|beer 🍺|beers 🍻|cake 🍰|birthday 🎂|pizza 🍕|trophy 🏆|medal 🏅|gift 🎁|balloon 🎈
smile 😄|smiley 😃|grinning 😀|grin 😁|laughing 😆|satisfied 😆|joy 😂
rolling_on_the_floor_laughing 🤣
slightly_smiling_face 🙂
upside_down_face 🙃|wink 😉|blush 😊|innocent 😇|heart_eyes 😍|kissing_heart 😘|yum 😋|sunglasses 😎|thinking_face 🤔
neutral_face 😐|expressionless 😑|smirk 😏|unamused 😒|roll_eyes 🙄|face_with_rolling_eyes 🙄|grimacing 😬|relieved 😌
pensive 😔|sleepy 😪|sleeping 😴|mask 😷|face_with_thermometer 🤒|confused 😕|worried 😟|slightly_frowning_face 🙁
open_mouth 😮|astonished 😲|flushed 😳|cry 😢|sob 😭|scream 😱|disappointed 😞
sweat 😓|sweat_smile 😅|tired_face 😫|weary 😩
triumph 😤|rage 😡|angry 😠|hugging_face 🤗|shrug 🤷|facepalm 🤦|face_palm 🤦|see_no_evil 🙈|crossed_fingers 🤞|v ✌️
"""

_BY_NAME = dict(item.rsplit(" ", 1) for item in _SIGNS.strip().replace("\n", "|").split("|"))


def sign_for(name: str, code_points: str | None = None) -> str:
    """Return the emoji of Slack's name (skin tone suffix ignored), by its hex code points when the event gave them."""
    if code_points:
        try:
            return "".join(chr(int(point, 16)) for point in code_points.split("-"))
        except (ValueError, OverflowError):
            pass
    plain_name = name.split("::", 1)[0]
    return _BY_NAME.get(plain_name, f":{name}:")
