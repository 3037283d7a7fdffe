namespace Rootscope.Web.Security;

/// <summary>
/// Secrets come from the environment, or from a file that the environment names; never from the command line, which every user of the
/// machine can read.
/// </summary>
internal static class SecretSetting
{
    private const string FileSuffix = "_FILE";

    /// <summary>
    /// The value of a setting, or the first line of the file that the setting with the suffix <c>_FILE</c> names; null where neither is
    /// set.
    /// </summary>
    /// <exception cref="InvalidOperationException">Both are set, or the file cannot be read.</exception>
    public static string? Read(string name)
    {
        string? value = Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? text.Trim() : null;
        if (Environment.GetEnvironmentVariable(name + FileSuffix) is not { Length: > 0 } path)
        {
            return value;
        }

        if (value is not null)
        {
            throw new InvalidOperationException($"Both {name} and {name}{FileSuffix} are set. Keep one of them.");
        }

        try
        {
            return File.ReadLines(path).FirstOrDefault()?.Trim() is { Length: > 0 } line
                ? line
                : throw new InvalidOperationException(
                    $"{name}{FileSuffix} names '{path}', whose first line is empty. Write the secret there."
                );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException($"{name}{FileSuffix} names '{path}', which cannot be read: {e.Message}", e);
        }
    }
}
