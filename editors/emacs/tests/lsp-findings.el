;;; lsp-findings.el --- What a user of lsp-mode does with findings  -*- lexical-binding: t -*-

;; Usage: emacs --batch -l lsp-findings.el, with CODEFORGE_BIN, CODEFORGE_DATABASE, FILE and RESULT in the environment.
;; FILE is suppliers.py of the sample workspace.  Writes what the user sees to RESULT, as JSON.

;;; Code:

(package-activate-all)
(require 'lsp-mode)
(require 'json)

(setq lsp-auto-guess-root t lsp-enable-suggest-server-download nil lsp-log-io nil
      lsp-session-file (make-temp-file "lsp-session"))

;; As README says, with a database of its own.
(lsp-register-client
 (make-lsp-client :new-connection (lsp-stdio-connection
                                   `(,(getenv "CODEFORGE_BIN") "lsp" "--database" ,(getenv "CODEFORGE_DATABASE")))
                  :activation-fn (lambda (&rest _) t)
                  :add-on? t
                  :server-id 'codeforge))

(defun findings-seen ()
  "The findings of the buffer by line and rule."
  (mapcar (lambda (diagnostic)
            (let ((start (lsp:range-start (lsp:diagnostic-range diagnostic))))
              (format "%d: %s" (1+ (lsp:position-line start)) (lsp:diagnostic-code? diagnostic))))
          (gethash (lsp--fix-path-casing buffer-file-name) (lsp-diagnostics))))

(defun findings-wait (count)
  "Wait until COUNT findings are shown."
  (with-timeout (20 (error "%d findings did not come, but %S" count (findings-seen)))
    (while (/= (length (findings-seen)) count)
      (accept-process-output nil 0.02))))

(defun findings-act (line title)
  "Run the code action of LINE whose title begins with TITLE."
  (goto-char (point-min))
  (forward-line (1- line))
  (lsp-execute-code-action
   (seq-find (lambda (action) (string-prefix-p title (lsp:code-action-title action)))
             (lsp-code-actions-at-point))))

(let (seen)
  (find-file (getenv "FILE"))
  (python-mode)
  (lsp-workspace-folders-add (file-name-directory (getenv "FILE")))
  (lsp)
  (findings-wait 3)
  (push (cons 'shown (vconcat (findings-seen))) seen)
  (findings-act 17 "Dismiss this finding")
  (findings-wait 2)
  (push (cons 'dismissed (vconcat (findings-seen))) seen)
  (findings-act 27 "Write except Exception")
  (findings-wait 1)
  (save-buffer)
  (push (cons 'fixed (vconcat (findings-seen))) seen)
  (with-temp-file (getenv "RESULT") (insert (json-encode seen))))

;;; lsp-findings.el ends here
