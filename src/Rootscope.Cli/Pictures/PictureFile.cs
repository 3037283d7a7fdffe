using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SkiaSharp;

namespace Rootscope.Cli.Pictures;

/// <summary>A picture as bytes; the same picture gives the same bytes.</summary>
internal static partial class PictureFile
{
    /// <summary>Dots of a PNG for each point of the picture.</summary>
    private const int Density = 2;

    private static readonly string[] Coordinates =
    [
        "x",
        "y",
        "x1",
        "x2",
        "y1",
        "y2",
        "cx",
        "cy",
        "r",
        "rx",
        "ry",
        "d",
        "points",
        "width",
        "height",
        "transform",
    ];

    /// <summary>The picture as SVG: text stays text, with a title and a description for readers who cannot see it.</summary>
    public static string Svg(Picture picture)
    {
        using var stream = new MemoryStream();
        using (SKCanvas canvas = SKSvgCanvas.Create(SKRect.Create(Theme.Width, picture.Height), stream))
        {
            PictureFrame.Draw(picture, canvas);
        }

        var document = XDocument.Parse(Encoding.UTF8.GetString(stream.ToArray()));
        XElement svg = document.Root!;
        XNamespace space = svg.Name.Namespace;
        svg.SetAttributeValue("viewBox", FormattableString.Invariant($"0 0 {Theme.Width} {picture.Height}"));
        svg.SetAttributeValue("role", "img");
        svg.AddFirst(new XElement(space + "title", picture.Title), new XElement(space + "desc", $"{picture.Subtitle} {picture.Source}"));

        if (svg.Descendants().Attributes().Any(a => Coordinates.Contains(a.Name.LocalName) && NoNumbers().IsMatch(a.Value)))
        {
            throw new ModelException(
                "The picture has a place that is no number. This is an error of the program; please report it with the command."
            );
        }

        foreach (XText text in svg.Descendants(space + "text").Nodes().OfType<XText>())
        {
            text.Value = text.Value.Trim();
        }

        // Readers without the font get another one without serifs.
        foreach (XAttribute family in svg.Descendants().Attributes("font-family"))
        {
            family.Value = $"{Typefaces.Family}, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";
        }

        return Renumbered(document.ToString()) + "\n";
    }

    /// <summary>
    /// The drawing library counts its clips through the life of the process; here they are counted from 0 in each picture.
    /// </summary>
    private static string Renumbered(string svg)
    {
        var numbers = new Dictionary<string, string>(StringComparer.Ordinal);
        return ClipNames()
            .Replace(
                svg,
                match =>
                {
                    if (!numbers.TryGetValue(match.Value, out string? name))
                    {
                        numbers.Add(match.Value, name = FormattableString.Invariant($"clip-{numbers.Count}"));
                    }

                    return name;
                }
            );
    }

    [GeneratedRegex("nan|inf", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 5000)]
    private static partial Regex NoNumbers();

    [GeneratedRegex(@"\bcl_[0-9a-f]+\b", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex ClipNames();

    /// <summary>The picture as PNG.</summary>
    public static byte[] Png(Picture picture) => Png(Theme.Width, picture.Height, canvas => PictureFrame.Draw(picture, canvas));

    /// <summary>What is drawn, as PNG.</summary>
    public static byte[] Png(int width, int height, Action<SKCanvas> draw)
    {
        using var bitmap = new SKBitmap(width * Density, height * Density, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Scale(Density);
            draw(canvas);
        }

        using SKData data = bitmap.Encode(SKEncodedImageFormat.Png, quality: 100);
        return data.ToArray();
    }

    /// <summary>The boxes of all words in a picture.</summary>
    public static IReadOnlyList<SKRect> Words(Picture picture)
    {
        using var bitmap = new SKBitmap(Theme.Width, picture.Height);
        using var canvas = new SKCanvas(bitmap);
        return PictureFrame.Draw(picture, canvas);
    }
}
