using System.Globalization;
using Rootscope.Web.Addresses;
using Rootscope.Web.Discussion;
using Rootscope.Web.Discussion.Store;

namespace Rootscope.Web.Moderation;

/// <summary>What the page of comments shows: those of a status, page by page.</summary>
/// <param name="Shown">The status.</param>
/// <param name="Page">The page, from 1.</param>
internal readonly record struct QueueView(CommentStatus Shown, int Page)
{
    /// <summary>How many comments a page has. Unit: comments.</summary>
    public const int AtOnce = 25;

    /// <summary>The words for statuses in addresses.</summary>
    public static IReadOnlyList<string> ShownWords { get; } = [.. Enum.GetValues<CommentStatus>().Select(WordOf)];

    private const string Address = "/admin";
    private const int MostPages = 100_000;

    /// <summary>Reads the words of an address or a form; what cannot be read is what waits, from its first page.</summary>
    public static QueueView Of(string? show, string? page) =>
        new(
            Enum.TryParse(show, ignoreCase: true, out CommentStatus status) && Enum.IsDefined(status) ? status : CommentStatus.Pending,
            int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? Math.Clamp(number, 1, MostPages) : 1
        );

    /// <summary>The page that there is, of so many comments: the last one where this is beyond it.</summary>
    public QueueView Within(int comments) => this with { Page = Math.Clamp(Page, 1, Math.Max(1, PagesOf(comments))) };

    /// <summary>How many pages so many comments have.</summary>
    public static int PagesOf(int comments) => (comments + AtOnce - 1) / AtOnce;

    /// <summary>The word for the status in an address.</summary>
    public string Word => WordOf(Shown);

    /// <summary>The address of what is shown, in the page's language, with what became of a decision where there was one.</summary>
    public string AddressOf(PageState state, DecisionOutcome? outcome = null)
    {
        string address = state.AddressOf(Address);
        void Add(string name, string value) => address += $"{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={value}";

        if (Shown != CommentStatus.Pending)
        {
            Add("show", Word);
        }

        if (Page > 1)
        {
            Add("page", Page.ToString(CultureInfo.InvariantCulture));
        }

        if (outcome is not null)
        {
            Add("decided", outcome.Decided.ToString(CultureInfo.InvariantCulture));
            Add("changed", outcome.Changed.ToString(CultureInfo.InvariantCulture));
        }

        return address;
    }

    private static string WordOf(CommentStatus status) => status.ToString().ToLowerInvariant();
}
