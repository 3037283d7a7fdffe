using Rootscope.Web.Discussion;
using Rootscope.Web.Discussion.Store;
using Rootscope.Web.Language;

namespace Rootscope.Web.Moderation;

/// <summary>Texts of the moderators' pages.</summary>
internal static class ModerationPhrases
{
    public static readonly Phrase Menu = new("Moderation", "审核");
    public static readonly Phrase Trail = new("Trail", "记录");
    public static readonly Phrase Sessions = new("Where I am signed in", "登录情况");
    public static readonly Phrase SignOut = new("Sign out", "退出");
    public static readonly Phrase Reason = new("Reason", "理由");

    /// <summary>The page of what a comment is about.</summary>
    public static string PageOf(string subject) =>
        subject.StartsWith("run/", StringComparison.Ordinal) ? $"/runs/{subject["run/".Length..]}" : $"/{subject}";

    public static Phrase Called(string status) =>
        status switch
        {
            nameof(CommentStatus.Pending) => new("waiting", "待审"),
            nameof(CommentStatus.Approved) => new("approved", "已通过"),
            nameof(CommentStatus.Rejected) => new("declined", "已驳回"),
            nameof(CommentStatus.Spam) => new("spam", "垃圾"),
            CommentModeration.Erased => new("erased", "已删除"),
            _ => new(status, status),
        };
}
