using ScottPlot;
using SkiaSharp;

namespace Rootscope.Cli.Pictures;

/// <summary>
/// The fonts of pictures. They travel with the program, so that text looks the same, and is there at all, on a machine without fonts.
/// </summary>
internal sealed class Typefaces : IFontResolver
{
    /// <summary>The family's name: Lato, under the SIL Open Font License (Pictures/Fonts/OFL.txt).</summary>
    public const string Family = "Lato";

    private static readonly Lazy<Typefaces> Loaded = new(() =>
    {
        var typefaces = new Typefaces();
        ScottPlot.Fonts.FontResolvers.Insert(0, typefaces);
        return typefaces;
    });

    /// <summary>A character that every font for simplified Chinese has.</summary>
    private const string Chinese = "体";

    /// <summary>The first font of this machine, in the order of their files, that has Chinese; null where none does.</summary>
    private static readonly Lazy<SKTypeface?> SystemFace = new(() =>
        SKFontManager.Default.MatchCharacter(Family, ["zh-Hans"], Chinese[0])
        ?? SystemFonts().Select(Open).FirstOrDefault(f => f is not null)
    );

    private readonly SKTypeface _regular = Load("Lato-Regular.ttf");
    private readonly SKTypeface _strong = Load("Lato-Semibold.ttf");

    private Typefaces() { }

    /// <summary>The fonts, known to the plotting library too.</summary>
    public static Typefaces Instance => Loaded.Value;

    public SKFont Font(float size, bool strong = false) =>
        new(strong ? _strong : _regular, size)
        {
            Subpixel = true,
            LinearMetrics = true,
            Hinting = SKFontHinting.None,
            Edging = SKFontEdging.Antialias,
        };

    /// <summary>The font for a text: the program's own, or where that lacks a character one of this machine that has it.</summary>
    public SKFont FontFor(string text, float size, bool strong = false)
    {
        if (CanDraw(text) || SystemFace.Value is not { } face)
        {
            return Font(size, strong);
        }

        return new(face, size)
        {
            Subpixel = true,
            LinearMetrics = true,
            Hinting = SKFontHinting.None,
            Edging = SKFontEdging.Antialias,
            Embolden = strong,
        };
    }

    /// <summary>Whether Chinese can be drawn on this machine.</summary>
    public static bool HasChinese => SystemFace.Value is not null;

    /// <summary>Whether every character of a text can be drawn.</summary>
    public bool CanDraw(string text) => _regular.ContainsGlyphs(text);

    SKTypeface? IFontResolver.CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
        string.Equals(fontName, Family, StringComparison.Ordinal)
            ? weight >= FontWeight.SemiBold
                ? _strong
                : _regular
            : null;

    SKTypeface? IFontResolver.CreateTypeface(string fontName, bool bold, bool italic) =>
        string.Equals(fontName, Family, StringComparison.Ordinal)
            ? bold
                ? _strong
                : _regular
            : null;

    private static SKTypeface Load(string name)
    {
        using Stream stream =
            typeof(Typefaces).Assembly.GetManifestResourceStream($"fonts/{name}")
            ?? throw new InvalidOperationException($"The font '{name}' is not in the program.");
        using var data = SKData.Create(stream);
        return SKTypeface.FromData(data);
    }

    private static IEnumerable<string> SystemFonts()
    {
        string[] folders =
        [
            Environment.GetFolderPath(Environment.SpecialFolder.Fonts),
            "/usr/share/fonts",
            "/usr/local/share/fonts",
            "/System/Library/Fonts",
            "/Library/Fonts",
            Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".fonts"),
            Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local/share/fonts"),
        ];
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true };
        return folders
            .Where(f => f.Length > 0 && Directory.Exists(f))
            .SelectMany(f => Directory.EnumerateFiles(f, "*", options).Order(StringComparer.Ordinal))
            .Where(f => Path.GetExtension(f).ToLowerInvariant() is ".ttf" or ".otf" or ".ttc")
            // Regular faces of sans-serif families first: a bold or a serif one only where there is nothing else.
            .OrderByDescending(f => f.Contains("Regular", StringComparison.OrdinalIgnoreCase))
            .ThenByDescending(f => f.Contains("Sans", StringComparison.OrdinalIgnoreCase));
    }

    private static SKTypeface? Open(string file)
    {
        const int MostFaces = 12;
        SKTypeface? any = null;
        for (int i = 0; i < MostFaces && SKTypeface.FromFile(file, i) is { } face; i++)
        {
            // A collection has a face for each region; the simplified one is meant.
            if (face.ContainsGlyphs(Chinese) && face.FamilyName.EndsWith(" SC", StringComparison.Ordinal))
            {
                return face;
            }

            any ??= face.ContainsGlyphs(Chinese) ? face : null;
        }

        return any;
    }
}
