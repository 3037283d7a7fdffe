using System.Globalization;
using Rootscope.Cli.Output;
using Rootscope.Cli.Pictures;
using Rootscope.Networks;
using SkiaSharp;

namespace Rootscope.Cli.Network;

/// <summary>
/// The picture of a firm's neighbourhood: its largest suppliers on the left, its largest customers on the right, links as wide as their
/// sales.
/// </summary>
internal static class NeighbourhoodPicture
{
    private const int Most = 14;
    private const int RowHeight = 44;
    private const int Around = 250;
    private const float WidestLink = 22;
    private const float HighestBox = 130;
    private const int Others = -1;
    private const float NameWidth = 300;

    /// <summary>Draws a firm.</summary>
    public static Picture Of(SupplyNetwork network, int firm, Provenance provenance)
    {
        (int Firm, double Value)[] suppliers = Largest(network.SuppliersOf(new(firm)), network.PurchasesOf(new(firm)), network.Firms.Ids);
        (int Firm, double Value)[] customers = Largest(network.CustomersOf(new(firm)), network.SalesOf(new(firm)), network.Firms.Ids);
        int rows = Math.Max(4, Math.Max(suppliers.Length, customers.Length) + 1);
        return new Picture
        {
            Title = $"Who {NameOf(network, firm)} buys from and sells to",
            Subtitle = string.Create(
                CultureInfo.InvariantCulture,
                $"Its {Some(suppliers.Length, network.SuppliersOf(new(firm)).Length)} suppliers and "
                    + $"{Some(customers.Length, network.CustomersOf(new(firm)).Length)} customers; "
                    + $"a link is as wide as what is sold through "
                    + $"it. In percent: of what the firm buys, and of what it sells, in the network."
            ),
            Height = Around + (rows * RowHeight),
            Source = provenance.ToLine(),
            Draw = (canvas, inside) => Draw(canvas, inside, network, firm, suppliers, customers),
        };
    }

    private static List<SKRect> Draw(
        SKCanvas canvas,
        SKRect inside,
        SupplyNetwork network,
        int firm,
        (int Firm, double Value)[] suppliers,
        (int Firm, double Value)[] customers
    )
    {
        var words = new List<SKRect>();
        using SKFont font = Typefaces.Instance.Font(Theme.TextSize);
        using SKFont strong = Typefaces.Instance.Font(Theme.SubtitleSize, strong: true);
        var centre = new SKPoint(inside.MidX, inside.MidY);
        suppliers = WithOthers(suppliers, network.SuppliersOf(new(firm)).Length, network.Purchases[firm]);
        customers = WithOthers(customers, network.CustomersOf(new(firm)).Length, network.Sales[firm]);
        double largest = Math.Max(
            suppliers.Concat(customers).Where(n => n.Firm != Others).Select(n => n.Value).DefaultIfEmpty(1).Max(),
            WidestLink / HighestBox * Math.Max(network.Purchases[firm], network.Sales[firm])
        );
        float tall = Math.Max(40, 16 + (float)(WidestLink * Math.Max(network.Purchases[firm], network.Sales[firm]) / largest));
        float half = (strong.MeasureText(TextLines.Shortened(NameOf(network, firm), strong, 240)) / 2) + 16;
        foreach (
            (bool left, (int Firm, double Value)[] side, double all) in new[]
            {
                (true, suppliers, network.Purchases[firm]),
                (false, customers, network.Sales[firm]),
            }
        )
        {
            float edge = left ? inside.Left + NameWidth : inside.Right - NameWidth;
            float first = centre.Y - ((side.Length - 1) * RowHeight / 2f);
            float end = centre.Y - ((float)(WidestLink * all / largest) / 2);
            for (int i = 0; i < side.Length; i++)
            {
                float y = first + (i * RowHeight);
                float width = (float)(WidestLink * side[i].Value / largest);
                if (side[i].Firm != Others)
                {
                    // The others together would bury the largest under one band.
                    Link(
                        canvas,
                        new SKPoint(edge, y),
                        new SKPoint(left ? centre.X - half : centre.X + half, end + (width / 2)),
                        Math.Max(0.8f, width),
                        left
                    );
                }

                end += width;
                string share = FormattableString.Invariant($"{side[i].Value / all * 100:0.0}%");
                int others = (left ? network.SuppliersOf(new(firm)) : network.CustomersOf(new(firm))).Length - Most;
                words.Add(
                    PictureFrame.Text(
                        canvas,
                        $"{LabelOf(network, side[i].Firm, others, font)}  {share}",
                        left ? edge - 8 : edge + 8,
                        y + 5,
                        font,
                        side[i].Firm == Others ? Theme.Muted : Theme.Ink,
                        left ? SKTextAlign.Right : SKTextAlign.Left
                    )
                );
            }
        }

        using var box = new SKPaint { Color = Theme.Slate, IsAntialias = true };
        canvas.DrawRoundRect(new SKRect(centre.X - half, centre.Y - (tall / 2), centre.X + half, centre.Y + (tall / 2)), 6, 6, box);
        words.Add(
            PictureFrame.Text(
                canvas,
                TextLines.Shortened(NameOf(network, firm), strong, 240),
                centre.X,
                centre.Y + 5,
                strong,
                Theme.Paper,
                SKTextAlign.Center
            )
        );
        return words;
    }

    /// <summary>The largest, and as one the others where there are more.</summary>
    private static (int Firm, double Value)[] WithOthers((int Firm, double Value)[] largest, int count, double all) =>
        count > largest.Length ? [.. largest, (Others, Math.Max(0, all - largest.Sum(n => n.Value)))] : largest;

    /// <summary>The end of a name stays, because names of one group often differ there.</summary>
    private static string LabelOf(SupplyNetwork network, int firm, int others, SKFont font)
    {
        const int Kept = 8;
        const float Room = NameWidth - 70;
        if (firm == Others)
        {
            return FormattableString.Invariant($"{others} others, not drawn");
        }

        string name = NameOf(network, firm);
        string code = $" ({network.Firms.Sectors.CodeOf(new(firm))})";
        float left = Room - font.MeasureText(code);
        if (font.MeasureText(name) <= left || name.Length <= 2 * Kept)
        {
            return TextLines.Shortened(name, font, left) + code;
        }

        string tail = name[^Kept..];
        return TextLines.Shortened(name[..^Kept], font, left - font.MeasureText(tail)) + tail.TrimStart() + code;
    }

    private static void Link(SKCanvas canvas, SKPoint from, SKPoint to, float width, bool supplies)
    {
        using var paint = new SKPaint
        {
            Color = (supplies ? new SKColor(0xE6, 0x9F, 0x00) : new SKColor(0x00, 0x72, 0xB2)).WithAlpha(150),
            StrokeWidth = width,
            Style = SKPaintStyle.Stroke,
            IsAntialias = true,
        };
        using var path = new SKPath();
        path.MoveTo(from);
        float middle = (from.X + to.X) / 2;
        path.CubicTo(new SKPoint(middle, from.Y), new SKPoint(middle, to.Y), to);
        canvas.DrawPath(path, paint);
    }

    private static string Some(int shown, int all) =>
        shown == all ? FormattableString.Invariant($"{all}") : FormattableString.Invariant($"{shown} largest of {all}");

    private static string NameOf(SupplyNetwork network, int firm) => ShortName.Of(network.Firms.NameOf(new(firm)), network.Firms.Ids[firm]);

    private static (int Firm, double Value)[] Largest(
        ReadOnlySpan<FirmNumber> firms,
        ReadOnlySpan<double> values,
        IReadOnlyList<string> ids
    ) =>
        [
            .. firms
                .ToArray()
                .Zip(values.ToArray())
                .OrderByDescending(p => p.Second)
                .ThenBy(p => ids[p.First], StringComparer.Ordinal)
                .Take(Most)
                .Select(p => (p.First.Value, p.Second)),
        ];
}
