using Rootscope.Dependence.Panels;

namespace Rootscope.Storage.Formats.Shared;

/// <summary>A format of trade between economies by product: how it is called and how it is read into the workspace.</summary>
/// <remarks>The list of them is <see cref="TradeFormats"/>.</remarks>
public interface ITradeFormat
{
    /// <summary>The word by which commands and programs name it: lower case, such as <c>baci</c>.</summary>
    string Word { get; }

    /// <summary>Whose figures they are.</summary>
    string Title { get; }

    /// <summary>What files a set consists of.</summary>
    string Shape { get; }

    /// <summary>The licence or terms, as they are noted in every set that is read; as far as known.</summary>
    string Licence { get; }

    /// <summary>The page that describes it, in docs/data.</summary>
    string Page { get; }

    /// <summary>Reads files that together are one set.</summary>
    /// <param name="paths">The files, such as one a year.</param>
    /// <param name="reading">Years, codes and threads.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="Tables.TableException">A file is not there or does not fit the format.</exception>
    TradePanel Read(IReadOnlyList<string> paths, TradeReading reading, CancellationToken cancellation);
}
