namespace Rootscope.Answers.Pictures;

/// <summary>What a colour means. Which colour that is depends on the ground: <see cref="Tints"/>.</summary>
internal enum Tint
{
    /// <summary>The ground.</summary>
    Paper,

    /// <summary>Words that are read first.</summary>
    Ink,

    /// <summary>Words and lines that explain.</summary>
    Soft,

    /// <summary>Lines that part things.</summary>
    Line,

    /// <summary>The grid.</summary>
    Grid,

    /// <summary>A faint mark: an industry beside technologies.</summary>
    Plain,

    /// <summary>The area information.</summary>
    Information,

    /// <summary>The area energy.</summary>
    Energy,

    /// <summary>The area matter.</summary>
    Matter,

    /// <summary>The area space.</summary>
    Space,

    /// <summary>The area life.</summary>
    Life,
}

/// <summary>The form of a mark, so that nobody needs to tell colours apart.</summary>
internal enum MarkForm
{
    /// <summary>A disc.</summary>
    Disc,

    /// <summary>A triangle that stands on a side.</summary>
    Up,

    /// <summary>A square.</summary>
    Square,

    /// <summary>A square on a corner.</summary>
    Diamond,

    /// <summary>A triangle that stands on a corner.</summary>
    Down,
}

/// <summary>The colours of pictures on light and on dark ground; the site's style sheet has the same.</summary>
/// <remarks>
/// The five areas differ in lightness as well as in hue: they were chosen to be as far apart as five colours of three times the ground's
/// contrast can be for people without red or without green cones, and a test holds them there. Each area has a form of its own too.
/// </remarks>
internal static class Tints
{
    private static readonly (Tint Tint, string Light, string Dark)[] All =
    [
        (Tint.Paper, "#ffffff", "#1b2024"),
        (Tint.Ink, "#1d2327", "#e7eaec"),
        (Tint.Soft, "#55606a", "#a7b1b9"),
        (Tint.Line, "#d8dcdf", "#353d43"),
        (Tint.Grid, "#e9ecef", "#2a3136"),
        (Tint.Plain, "#a3abb2", "#66717a"),
        (Tint.Information, "#0b7fc9", "#4ba5f0"),
        (Tint.Energy, "#a98200", "#f7c43a"),
        (Tint.Matter, "#1f9a6b", "#7fe8d0"),
        (Tint.Space, "#93277a", "#ee3f8c"),
        (Tint.Life, "#8a3a15", "#ee7f5c"),
    ];

    private static readonly (string Area, Tint Tint, MarkForm Form)[] Areas =
    [
        ("information", Tint.Information, MarkForm.Disc),
        ("energy", Tint.Energy, MarkForm.Up),
        ("matter", Tint.Matter, MarkForm.Square),
        ("space", Tint.Space, MarkForm.Diamond),
        ("life", Tint.Life, MarkForm.Down),
    ];

    /// <summary>The areas in the order of the catalogue.</summary>
    public static IReadOnlyList<string> AreaIds { get; } = [.. Areas.Select(a => a.Area)];

    public static string OnLight(Tint tint) => Array.Find(All, t => t.Tint == tint).Light;

    public static string OnDark(Tint tint) => Array.Find(All, t => t.Tint == tint).Dark;

    /// <summary>The word of a tint in style sheets.</summary>
    public static string WordOf(Tint tint) => tint.ToString().ToLowerInvariant();

    /// <summary>How an area is marked; as nothing in particular where it is null or unknown.</summary>
    public static (Tint Tint, MarkForm Form) Of(string? area)
    {
        (string Area, Tint Tint, MarkForm Form) found = Array.Find(Areas, a => string.Equals(a.Area, area, StringComparison.Ordinal));
        return found.Area is null ? (Tint.Plain, MarkForm.Disc) : (found.Tint, found.Form);
    }
}
