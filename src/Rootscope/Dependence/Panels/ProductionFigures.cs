using System.Globalization;
using Rootscope.Tables;

namespace Rootscope.Dependence.Panels;

/// <summary>What an economy makes of a product in a year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Economy">Code of the economy, or of a bloc.</param>
/// <param name="Product">Code of the product.</param>
/// <param name="Value">Value, in the unit of the trade it is used with.</param>
public readonly record struct ProductionFigure(int Year, string Economy, string Product, double Value);

/// <summary>
/// Production by economy, product and year, where it is known. It takes the place of exports, which stand in badly for it.
/// </summary>
/// <remarks>
/// Unit: that of the trade it is used with. What is not listed is not known; production that is known to be nothing is listed as 0.
/// </remarks>
public sealed class ProductionFigures
{
    private readonly Dictionary<(int Year, string Economy, string Product), double> _values = [];

    /// <summary>Checks the figures and takes them over.</summary>
    /// <param name="title">What they are and where they are from.</param>
    /// <param name="figures">The figures.</param>
    /// <exception cref="TableException">A figure is there twice, below zero or not finite.</exception>
    public ProductionFigures(string title, IEnumerable<ProductionFigure> figures)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(figures);
        Title = title;
        foreach (ProductionFigure figure in figures)
        {
            string place = string.Create(
                CultureInfo.InvariantCulture,
                $"production of '{figure.Product}' in '{figure.Economy}' in {figure.Year}"
            );
            if (!(figure.Value >= 0) || !double.IsFinite(figure.Value))
            {
                throw new TableException(
                    title,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"the {place} is {figure.Value}. Give a figure of at least 0, or leave it out where it is not known."
                    )
                );
            }

            if (!_values.TryAdd((figure.Year, figure.Economy, figure.Product), figure.Value))
            {
                throw new TableException(title, $"the {place} is listed twice. Remove one.");
            }
        }
    }

    /// <summary>What they are and where they are from.</summary>
    public string Title { get; }

    /// <summary>Number of figures.</summary>
    public int Count => _values.Count;

    /// <summary>
    /// Production of a buyer in the unit of the trade: the figure of the bloc itself, or the sum over its members where each has one; null
    /// where it is not known.
    /// </summary>
    /// <param name="year">The year.</param>
    /// <param name="buyer">The economy or bloc.</param>
    /// <param name="product">The product.</param>
    public double? Of(int year, Bloc buyer, string product)
    {
        ArgumentNullException.ThrowIfNull(buyer);
        ArgumentNullException.ThrowIfNull(product);
        if (_values.TryGetValue((year, buyer.Code, product), out double own))
        {
            return own;
        }

        double sum = 0;
        foreach (string member in buyer.Members)
        {
            if (!_values.TryGetValue((year, member, product), out double value))
            {
                return null;
            }

            sum += value;
        }

        return sum;
    }
}
