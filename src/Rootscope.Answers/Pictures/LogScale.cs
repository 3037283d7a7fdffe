using System.Globalization;

namespace Rootscope.Answers.Pictures;

/// <summary>A logarithmic axis of shares: from where to where, and where its ticks stand.</summary>
/// <param name="Low">Decimal logarithm of the least share.</param>
/// <param name="High">That of the largest.</param>
internal sealed record LogScale(double Low, double High)
{
    /// <summary>Empty space around the points. Unit: decades.</summary>
    private const double Room = 0.12;

    /// <summary>
    /// At most this share of the points is left outside at the low end, so that a few tiny ones do not squeeze all others together.
    /// </summary>
    private const double Outside = 0.03;

    private const double LeastSpan = 0.5;
    private const double FewDecades = 2;

    /// <summary>The scale of some shares, all above 0; those that are named are all inside.</summary>
    public static LogScale Of(IReadOnlyCollection<double> shares, IReadOnlyCollection<double> named)
    {
        if (shares.Count == 0)
        {
            return new LogScale(-3, -1);
        }

        double low = Math.Log10(Math.Min(shares.Order().ElementAt((int)(Outside * shares.Count)), named.DefaultIfEmpty(1).Min()));
        double high = Math.Log10(Math.Max(shares.Max(), named.DefaultIfEmpty(0).Max()));
        double missing = Math.Max(0, LeastSpan - (high - low)) / 2;
        return new LogScale(low - missing - Room, high + missing + Room);
    }

    /// <summary>Whether a share is on the axis.</summary>
    public bool Holds(double share) => share > 0 && Math.Log10(share) >= Low && Math.Log10(share) <= High;

    /// <summary>How far along the axis a share is, from 0 to 1 where it is on it.</summary>
    public double At(double share) => (Math.Log10(share) - Low) / (High - Low);

    /// <summary>A tick at each decade; at 2 and 5 too where there are few decades.</summary>
    public IEnumerable<(double Share, string Text)> Ticks()
    {
        for (int decade = (int)Math.Floor(Low); decade <= (int)Math.Ceiling(High); decade++)
        {
            foreach (int digit in High - Low < FewDecades ? (int[])[1, 2, 5] : [1])
            {
                double share = digit * Math.Pow(10, decade);
                if (Holds(share))
                {
                    yield return (share, (share * 100).ToString("0.#######", CultureInfo.InvariantCulture) + "%");
                }
            }
        }
    }
}
