using Rootscope.Web.Discussion.Store;
using Rootscope.Web.Discussion.Writing;
using Rootscope.Web.Language;

namespace Rootscope.Web.Discussion.Pages;

/// <summary>Texts of the discussion.</summary>
internal static class DiscussionPhrases
{
    public static readonly Phrase Title = new("Discussion", "讨论");
    public static readonly Phrase Empty = new("No comments yet. Why don't you start the discussion?", "还没有评论。何不由您开始讨论？");
    public static readonly Phrase Required = new(
        "Fields marked * are required. Your e-mail is never published.",
        "带 * 的为必填项。您的电子邮箱绝不会公开。"
    );
    public static readonly Phrase Name = new("Name", "姓名");
    public static readonly Phrase Email = new("E-mail", "电子邮箱");
    public static readonly Phrase Text = new("Comment", "评论");
    public static readonly Phrase TextHint = new(
        "Markdown: *emphasis*, `code`, lists, > quotes, [links](https://…)",
        "支持 Markdown：*强调*、`代码`、列表、> 引用、[链接](https://…)"
    );
    public static readonly Phrase Citation = new("Citation (address)", "引用（网址）");
    public static readonly Phrase StanceTitle = new("Stance", "立场");
    public static readonly Phrase Consent = new("I agree that my name and comment are published.", "我同意公开我的姓名与评论。");
    public static readonly Phrase Send = new("Send", "发送");
    public static readonly Phrase Answer = new("Answer", "回复");
    public static readonly Phrase Edited = new("edited", "已编辑");
    public static readonly Phrase Feed = new("Feed", "订阅");
    public static readonly Phrase ReadOnly = new("The discussion is closed for writing at the moment.", "讨论目前不接受新评论。");
    public static readonly Phrase Trap = new("Leave this field empty", "请勿填写此栏");
    public static readonly Phrase Mend = new("The comment was not taken yet:", "评论尚未提交：");

    public static readonly Phrase WaitsForYou = new("waits: publish it if it is yours", "待发布：如果是您的评论请发布");

    /// <summary>Where a comment stands, to its writer.</summary>
    public static Phrase Standing(CommentStatus status) =>
        status switch
        {
            CommentStatus.Approved => new("published", "已发布"),
            CommentStatus.Rejected or CommentStatus.Spam => new("declined by a moderator", "未通过审核"),
            _ => new("waits for a moderator", "等待审核"),
        };

    public static Phrase Called(Stance stance) =>
        stance switch
        {
            Stance.Supports => new("supports", "支持"),
            Stance.Disputes => new("disputes", "质疑"),
            Stance.NewEvidence => new("new evidence", "新证据"),
            _ => new("no stance", "无立场"),
        };
}
