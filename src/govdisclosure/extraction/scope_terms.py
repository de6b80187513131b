"""Words by which a figure of the prose is said of a part: a channel, a subject, an organ, a stage, a time."""

import re

__all__ = [
    "AFRESH",
    "AFTER_RECONSIDERATION",
    "ALL_OF_AREA",
    "ANYONE",
    "BECAUSE_OF",
    "BUREAU_AHEAD",
    "CARRIED_CASES",
    "CHANNEL",
    "DASH",
    "EARLIER",
    "EVERY_CHANNEL",
    "EXCLUDING",
    "INSTANCE",
    "LABEL",
    "MARKER",
    "NEUTRAL",
    "NEW",
    "NOT_ALL_TAKEN_UP",
    "NOT_OF_RECEIPT",
    "NOT_THE_FORMS",
    "NO_READY",
    "OF_ALL_CASES",
    "OF_ALL_REQUESTS",
    "ONE_APPLICANT",
    "ORGAN",
    "ORGAN_AHEAD",
    "OTHERS_DENY",
    "PENDING",
    "PERIOD",
    "PERIOD_AHEAD",
    "PROCEDURE",
    "REASON",
    "REMARK",
    "ROW",
    "STAGE",
    "SUBJECT",
    "SUBJECT_OF",
    "SUMS_UP",
    "WITHDRAWN",
    "WITH_OWN",
]

# Words that say of which part a figure is. They stand in its own clause.
CHANNEL = re.compile(
    r"网络|网上|网站|在线|平台|信函|来信|信件|邮寄|当面|现场|窗口|传真|邮件|电子|口头|电话|书面|微信|渠道|方式|途径"
)
EVERY_CHANNEL = re.compile(r"(?:等|各种|各类|多种)[^,;\d]{0,8}(?:渠道|方式|途径|形式)")
SUBJECT = re.compile(
    r"人均|评查|抽查|案卷|留言|信件|热线|提案|许可|(?<![各此该种])类|关于|方面的|领域|[涉有]及?(?!政府|信息|公开|申请)[^,;\d]{0,8}的|一人|某"
)
ORGAN = re.compile(
    r"本级|部门|乡镇|镇街|街道|办公[室厅]|[科处]室|厅局|局属|[所下直]属|名义|事业单位|各单位|县直|市直|区直|省直|垂管|分局|各县|(?<![我本])[科股室所站队办](?=共|收到|受理|接到|收悉|未|没有|发生)"
)
INSTANCE = re.compile(r"[一二再终]审|上诉|再审")
PROCEDURE = re.compile(
    r"出庭|撤[回销诉]|驳回|调解|和解|终止|变更|作为|复议机[关构]|被申请人|被告|第三人|[败胜]诉|直接起诉|复议后|新增|转[为入]"
)
NOT_THE_FORMS = re.compile(r"驳回|撤[回诉]|终止|调解|和解|变更|确认违法|责令|不予受理|[一二再终]审")
REASON = re.compile(
    r"国家秘密|涉密|禁止|三安全|第三方|隐私|内部|过程性|案卷|查询|不掌握|不存在|没有现成|制作|补[充正]|信访|投诉|举报|"
    r"重复|频次|逾期|出版物|缴费|撤回|涉及|属于|由于|(?<!原)因(?!政府|信息|公开)|不同意"
)
DASH = r"[—–\-~至到]"
PERIOD = re.compile(
    rf"同期|去年(?!度?结转)|上一?年度?(?!度?(?:结转|转入|遗留))|往年|历年|以来|近[两二三四五六七八九十\d]{{1,2}}年|"
    rf"[两二三四五六七八九十]年(?:来|间|共|累计)|20\d\d年?{DASH}{{1,2}}20\d\d年|(?<!12)月[底末]|"
    r"截[至止](?!(?:20\d\d年)?(?:12月|年底|年末)|年)|[上下]半年|季度|当[月日]|每[月日]|[月日]均|平均|[比较](?!例|多|大)|相比"
)
PERIOD_AHEAD = re.compile(rf"近[两二三四五六七八九十\d]{{1,2}}年|[两二三四五]年来|20\d\d年?{DASH}{{1,2}}20\d\d年|同期")
LABEL = re.compile(r"不予公开|部分公开|无法提供|不予处理|其[他它]处理")
OTHERS_DENY = re.compile(r"(?<![各全本我])(?:部门|乡镇|街道|单位)(?:全年|均|都|也)?(?:未|没有|无|零)")
NOT_OF_RECEIPT = re.compile(r"办结|答复|回复|予以公开|不予|公开率|复议|诉讼")
EARLIER = re.compile(r"(?:20\d\d年度?|上一?年度?|去年度?)(?:结转|遗留|转入)|结转(?:自|的)?上一?年")
ORGAN_AHEAD = re.compile(rf"(?:以|由)?[省市县区各级]{{0,3}}(?:政府|级)?(?:{ORGAN.pattern})")
BUREAU_AHEAD = re.compile(r"(?:20\d\d年度?,?)?(?:(?![我本全])[一-鿿]){2,8}?[局委厅](?![面部领限])")
ALL_OF_AREA = re.compile(r"全[省市县区州盟旗]")
AFRESH = re.compile(
    r"全[省市县区州盟旗年]|[本今当]年|20\d\d年(?!度?结转)|总计|合计|[我本](?:局|委|办|厅|院|镇|乡|街道|单位|机关|部门|中心)"
)
SUMS_UP = re.compile(rf"{AFRESH.pattern}|共计?(?!收|受|接)")
NEW = re.compile(r"新收|新增|[本今当]年")
SUBJECT_OF = re.compile(r"(?P<remedy>复议|诉讼|应诉)|(?P<request>申请(?!人))")
# 收到19件,其中…; 不予公开的3件中,…: what follows is of the figure before.
MARKER = re.compile(
    r"其中|(?<=[件起宗条份次例])(?:申请|案件|公开申请)?(?:之)?中(?=[,:有涉属予不部无作因]|$)|分别为|包括"
)
OF_ALL_CASES = re.compile(
    r"其中[^,;\d]{0,6}(?:涉|因|关于|针对|政府信息|信息)[^,;\d]{0,10}公开|"
    r",(?:其中)?(?:涉及?|因|关于|针对|属于|与)[^,;\d复诉]{0,10}公开[^,;\d复诉]{0,8}\d"
)
OF_ALL_REQUESTS = re.compile(r"其中[^,;\d]{0,10}公开[^,;\d]{0,4}(?:申请)?[^,;\d]{0,4}\d")
REMARK = re.compile(
    r"[件起宗]?(?:\((?P<bracket>(?!占)[^()\d]{1,30})\)|,(?P<clause>(?:理由|原因|均因|因|系|均系|涉及|均属|属于)[^,;\d]{1,30}))"
)
NOT_ALL_TAKEN_UP = re.compile(r"复议申请(?:共|计|:|为)*\d|实际受理|不予受理|撤[回诉]|驳回|终止|参加")
STAGE = re.compile(r"审结|办结|结案|新(?:发生|收|受理|增)")
EXCLUDING = re.compile(r"剔除|扣除|除去|不含|不计|合并")
# What a clause may say besides its figure and still speak of all that the organ did in its year.
NEUTRAL = re.compile(
    r"部分公开|不予公开|不同意公开|免予公开|无法提供|信息不存在|不掌握|不予处理|其[他它]处理|其[他它]组织|其[他它]|不予|"
    r"行政复议|行政诉讼|复议|诉讼|行政|起诉|结果|维持|纠正|审结|结案|办理中|审理中|正在|审理|"
    r"按照|依照|根据|《条例》|条例|(?:政府)?信息公开类|20\d\d年度?(?:内|中|全年|期间)?|[本今当全]年度?(?:内|中|以来|期间)?|年[度内]|报告期内|一年来|"
    r"[我本](?:[省市县区州盟旗局委办厅院镇乡所站处]|街道|单位|机关|部门|中心|系统)(?:政府|人民政府|机关)?|"
    r"全[省市县区州盟旗](?:各级|范围内?)?(?:行政机关|政府|人民政府)?|[省市县区](?:人民)?政府|人民政府|各级行政机关|"
    r"依申请公开|依申请|政府信息公开|政务公开|信息公开|政府信息|政务信息|(?:予以|同意|给予|全部)公开|公开|信息|"
    r"申请人|公开申请|申请件|申请|办件|案件|事项|情况|数量|总数|总量|件数|数|总|量|案|"
    r"公民|自然人|法人|其[他它]组织|组织|商业企业|企业|科研机构|社会公益组织|公益组织|法律服务机构|个人|群众|社会|任何|单位|他人|"
    r"各类(?!申请)|各种|各项|有关|相关|此类|上述|书面|等|提出|提交|递交|要求|获取|提起|引[发起]|导致|产生|而|针对|因|由|就|对|向|关于|"
    r"收到|接到|接收|收悉|收件|受理|办理|处理|办结|办复|答复|回复|审核|登记|接受|新收|新|收|发生|出现|存在|涉及|涉|被|应诉|"
    r"均已|已|均|全部|依法|按规定|按[期时]|及时|规定|时限|期限|法定|内|完毕|作出|给予|予以|决定|"
    r"上一?年度?|去年度?|结转|顺延|转入|转至|转|至|到|入|自|下一?年度?|次年|继续|仍|尚未|未|没有|无|暂|从|并|曾|另有|另|"
    r"其中|分别|包括|包含|含|累计|共计|合计|总计|共有|共|计|仅|达到?|有|为|是|的|了|过|和|与|及|以及|或者?|也|"
    r"[一两三四五六七八九十\d]+|[件起宗条份次例个项]|[\"“”()《》、,:;.。#]"
)
WITH_OWN = re.compile(r"[^,;]{0,12}(?:本级|政府)[及和与、]")
BECAUSE_OF = re.compile(r"因(?:未|不|没有|逾期|超期|主动公开)")
CARRIED_CASES = re.compile(r"结转[^,;、和及]{0,24}(?:复议|诉讼)")
ONE_APPLICANT = re.compile(r"科研机构|公益组织|法律服务机构|企业|法人|其[他它]组织|社会组织")
ANYONE = re.compile(r"自然人|公民|个人|群众|任何|社会各界|他人|单位")
PENDING = re.compile(r"(?:尚未|未)(?:审结|结案)|未结|待审|正在审理|审理中")
AFTER_RECONSIDERATION = re.compile(r"复议后(?:又|再|仍)?(?:提起)?(?:行政)?(?:起诉|诉讼)?")
WITHDRAWN = re.compile(r"撤[销回]|补正|重复|复议|诉讼")
NO_READY = re.compile(r"没有现成")
ROW = re.compile(r"不掌握|没有现成|制作|补[充正]")
