using Microsoft.AspNetCore.Http;
using Rootscope.Web.Discussion.Writing;

namespace Rootscope.Web.Discussion.Pages;

/// <summary>The fields of the comment form.</summary>
internal static class CommentFields
{
    public const string Name = "name";
    public const string Email = "email";
    public const string Text = "text";
    public const string Consent = "consent";
    public const string Stance = "stance";
    public const string Citation = "citation";
    public const string Parent = "parent";
    public const string Stamp = "stamp";

    /// <summary>The field that people do not see.</summary>
    public const string Trap = "website";

    public static CommentDraft Read(IFormCollection form) =>
        new()
        {
            Name = form[Name].ToString(),
            Email = form[Email].ToString(),
            Text = form[Text].ToString(),
            Consent = form[Consent].Count > 0,
            Stance = Enum.TryParse(form[Stance].ToString(), out Stance stance) && Enum.IsDefined(stance) ? stance : Writing.Stance.None,
            Citation = form[Citation].ToString(),
        };
}
