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
}
