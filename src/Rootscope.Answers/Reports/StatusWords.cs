using System.Collections.Concurrent;
using System.Text;

namespace Rootscope.Answers.Reports;

/// <summary>The words that results use for members of enumerations: the one place where a status becomes text.</summary>
/// <remarks>A word is the member's name in lower case with hyphens, so that <c>NotConverged</c> is <c>not-converged</c>.</remarks>
public static class StatusWords
{
    private static readonly ConcurrentDictionary<Enum, string> Known = new();

    /// <summary>The word of a member.</summary>
    /// <param name="member">The member.</param>
    /// <exception cref="ArgumentOutOfRangeException">The enumeration has no such member.</exception>
    public static string Of(Enum member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return Known.GetOrAdd(member, WordOf);
    }

    /// <summary>All words of an enumeration in the order of its members, as a sentence names them: "ok, collapse or no-use".</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    public static string AllOf<T>()
        where T : struct, Enum
    {
        string[] words = [.. Enum.GetValues<T>().Select(m => Of(m))];
        return words.Length > 1 ? $"{string.Join(", ", words[..^1])} or {words[^1]}" : words[0];
    }

    private static string WordOf(Enum member)
    {
        if (!Enum.IsDefined(member.GetType(), member))
        {
            throw new ArgumentOutOfRangeException(nameof(member), member, $"{member.GetType().Name} has no such member.");
        }

        var word = new StringBuilder();
        foreach (char c in member.ToString())
        {
            if (char.IsUpper(c) && word.Length > 0)
            {
                word.Append('-');
            }

            word.Append(char.ToLowerInvariant(c));
        }

        return word.ToString();
    }
}
