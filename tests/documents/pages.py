"""Pages of organs that do not exist, as sites of government print them."""

TITLE = "青石县水利局2012年政府信息公开工作年度报告"
LEAD = "本局按照有关规定，编制了本年度报告。报告由概述、主动公开、依申请公开等部分组成，电子版可在本局网站下载。"
WORK = "一年来，本局把公开工作列入日常考核，由办公室统一登记、统一答复，没有发生漏报、迟报的情况。"

PAGE = f"""<!DOCTYPE html>
<html><head><meta charset="gb2312">
<META NAME="sitename" CONTENT="青石县人民政府">
<meta property="ArticleTitle" content="{TITLE}">
<meta name='PubDate' content='2013-02-18 09:30'/>
<meta name="viewport" content="width=device-width">
<title>
 {TITLE}_青石县人民政府
</title>
<style>p {{ color: red }}</style><script>if (1 < 2) document.write("<p>脚本里的字，不算。</p>");</script>
</head>
<body class="index">
<div class="topNav"><ul><li><a href="/">首页</a></li><li><a href="/a">政务公开</a></li>
<li><a href="/b">办事</a></li></ul></div>
<div class="path">您现在的位置：<a href="/">首页</a> &gt; <a href="/x">信息公开</a> &gt; 年报</div>
<div class="main">
 <div class="bt">{TITLE}</div>
 <div class="sm">发布时间：2013-02-18&nbsp;&nbsp;来源：县水利局　<span
 style="display:none">隐藏</span>【字体：<a>大</a> <a>中</a> <a>小</a>】
 </div>
 <div class="bdsharebuttonbox">分享到：<a>微信</a><a>微博</a></div>
 <div class=TRS_Editor>
  <p>　　{LEAD[:9]}<span><font>{LEAD[9:14]}</font></span><span>{LEAD[14:]}</span></p>
  <p><strong><span>一、</span>概述</strong></p>
  <p>　　{WORK}<br>全年共登记&nbsp;12&nbsp;件，&ldquo;零&rdquo;投诉。</p>
  <!-- <p>注释里的字。</p> -->
  <h3>二、
   统计表</h3>
  <table><tr><th colspan="1000000000">内容<th rowspan=0>件数
  <tr><td><p>依申请</p><p>公开</p><td> 12 </tr>
  <tr><td>其他<td></td></tr></table>
  <div hidden>不显示的字，不算。</div>
  <p style="text-align:right">青石县水利局</p>
 </div>
 <p>【打印】 【关闭】</p>
 <div>上一篇：<a href="/p">关于防汛值班的通知</a></div>
</div>
<div class="footer">主办：青石县人民政府办公室，承办：青石县信息中心。</div>
</body></html>"""
