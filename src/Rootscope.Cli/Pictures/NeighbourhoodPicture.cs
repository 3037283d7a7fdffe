using System.Globalization;
using Rootscope.Cli.Output;
using Rootscope.Networks;
using SkiaSharp;

namespace Rootscope.Cli.Pictures;

/// <summary>The picture of a firm's neighbourhood: its largest suppliers on the left, its largest customers on the right, links as wide as their sales.</summary>
internal static class NeighbourhoodPicture
{
    private const int Most = 14;
    private const int RowHeight = 44;
    private const int Around = 250;
    private const float WidestLink = 18;
    private const float NameWidth = 300;

    /// <summary>Draws a firm.</summary>
    public static Picture Of(SupplyNetwork network, int firm, Provenance provenance)
    {
        (int Firm, double Value)[] suppliers = Largest(network.SuppliersOf(firm), network.PurchasesOf(firm), network.Firms.Ids);
        (int Firm, double Value)[] customers = Largest(network.CustomersOf(firm), network.SalesOf(firm), network.Firms.Ids);
        int rows = Math.Max(4, Math.Max(suppliers.Length, customers.Length));
        return new Picture
        {
            Title = $"Who {NameOf(network, firm)} buys from and sells to",
            Subtitle = string.Create(CultureInfo.InvariantCulture,
                $"Its {Some(suppliers.Length, network.SuppliersOf(firm).Length)} suppliers and {Some(customers.Length, network.CustomersOf(firm).Length)} customers; a link is as wide as what is sold through it. In percent: of what the firm buys, and of what it sells, in the network."),
            Height = Around + (rows * RowHeight),
            Source = provenance.ToLine(),
            Draw = (canvas, inside) => Draw(canvas, inside, network, firm, suppliers, customers),
        };
    }

    private static List<SKRect> Draw(SKCanvas canvas, SKRect inside, SupplyNetwork network, int firm, (int Firm, double Value)[] suppliers, (int Firm, double Value)[] customers)
    {
        var words = new List<SKRect>();
        using SKFont font = Typefaces.Instance.Font(Theme.TextSize);
        using SKFont strong = Typefaces.Instance.Font(Theme.SubtitleSize, strong: true);
        var centre = new SKPoint(inside.MidX, inside.MidY);
        double largest = suppliers.Concat(customers).Select(n => n.Value).DefaultIfEmpty(1).Max();
        float half = (strong.MeasureText(TextLines.Shortened(NameOf(network, firm), strong, 240)) / 2) + 16;
        foreach ((bool left, (int Firm, double Value)[] side, double all) in new[] { (true, suppliers, network.Purchases[firm]), (false, customers, network.Sales[firm]) })
        {
            float edge = left ? inside.Left + NameWidth : inside.Right - NameWidth;
            float first = centre.Y - ((side.Length - 1) * RowHeight / 2f);
            for (int i = 0; i < side.Length; i++)
            {
                float y = first + (i * RowHeight);
                Link(canvas, new SKPoint(edge, y), new SKPoint(left ? centre.X - half : centre.X + half, centre.Y), (float)Math.Max(0.8, WidestLink * side[i].Value / largest), left);
                string share = FormattableString.Invariant($"{side[i].Value / all * 100:0.0}%");
                string name = TextLines.Shortened($"{NameOf(network, side[i].Firm)} ({network.Firms.Sectors.CodeOf(side[i].Firm)})", font, NameWidth - 70);
                words.Add(PictureFrame.Text(canvas, $"{name}  {share}", left ? edge - 8 : edge + 8, y + 5, font, Theme.Ink, left ? SKTextAlign.Right : SKTextAlign.Left));
            }
        }

        using var box = new SKPaint { Color = Theme.Slate, IsAntialias = true };
        canvas.DrawRoundRect(new SKRect(centre.X - half, centre.Y - 20, centre.X + half, centre.Y + 20), 6, 6, box);
        words.Add(PictureFrame.Text(canvas, TextLines.Shortened(NameOf(network, firm), strong, 240), centre.X, centre.Y + 5, strong, Theme.Paper, SKTextAlign.Center));
        return words;
    }

    private static void Link(SKCanvas canvas, SKPoint from, SKPoint to, float width, bool supplies)
    {
        using var paint = new SKPaint { Color = (supplies ? new SKColor(0xE6, 0x9F, 0x00) : new SKColor(0x00, 0x72, 0xB2)).WithAlpha(150), StrokeWidth = width, Style = SKPaintStyle.Stroke, IsAntialias = true };
        using var path = new SKPath();
        path.MoveTo(from);
        float middle = (from.X + to.X) / 2;
        path.CubicTo(new SKPoint(middle, from.Y), new SKPoint(middle, to.Y), to);
        canvas.DrawPath(path, paint);
    }

    private static string Some(int shown, int all) => shown == all ? FormattableString.Invariant($"{all}") : FormattableString.Invariant($"{shown} largest of {all}");

    private static string NameOf(SupplyNetwork network, int firm) => ShortName.Of(network.Firms.NameOf(firm), network.Firms.Ids[firm]);

    private static (int Firm, double Value)[] Largest(ReadOnlySpan<int> firms, ReadOnlySpan<double> values, IReadOnlyList<string> ids) =>
        [.. firms.ToArray().Zip(values.ToArray()).OrderByDescending(p => p.Second).ThenBy(p => ids[p.First], StringComparer.Ordinal).Take(Most)];
}
