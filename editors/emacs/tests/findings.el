;;; findings.el --- What a user of eglot does with findings, by keys  -*- lexical-binding: t -*-

;; Usage: emacs --batch -l findings.el, with CODEFORGE_BIN, CODEFORGE_DATABASE, FILE and RESULT in the environment.
;; FILE is suppliers.py of the sample workspace.  Writes what the user sees to RESULT, as JSON.

;;; Code:

(package-activate-all)
(require 'eglot)
(require 'json)

;; As README says, with a database of its own.
(add-to-list 'eglot-server-programs
             `(python-mode . (,(getenv "CODEFORGE_BIN") "lsp" "--database" ,(getenv "CODEFORGE_DATABASE"))))

(defun findings-seen ()
  "The findings that are shown, in the order of their places."
  (mapcar (lambda (diagnostic)
            (format "%d: %s" (line-number-at-pos (flymake-diagnostic-beg diagnostic))
                    (flymake-diagnostic-text diagnostic)))
          (sort (flymake-diagnostics)
                (lambda (one other) (< (flymake-diagnostic-beg one) (flymake-diagnostic-beg other))))))

(defun findings-wait (count)
  "Wait until COUNT findings are shown."
  (with-timeout (20 (error "%d findings did not come, but %S" count (findings-seen)))
    (while (/= (length (flymake-diagnostics)) count)
      (accept-process-output nil 0.02)
      ;; In batch no idle timer has Flymake ask again.
      (flymake-start))))

(defun findings-go-to (line)
  "Put the cursor into the first column of LINE."
  (goto-char (point-min))
  (forward-line (1- line)))

(let (seen)
  (find-file (getenv "FILE"))
  (python-mode)
  ;; Synchronously: the connection stands when it returns.
  (setq eglot-sync-connect t)
  (apply #'eglot--connect (eglot--guess-contact))
  (findings-wait 3)
  (push (cons 'shown (vconcat (findings-seen))) seen)

  ;; From the start of its line a finding is dismissed, picked from the list of actions.
  (findings-go-to 17)
  (execute-kbd-macro (kbd "M-x eglot-code-actions RET Dismiss SPC this SPC finding SPC (eval/yaml-load) RET"))
  (findings-wait 2)
  (push (cons 'dismissed (vconcat (findings-seen))) seen)

  ;; And another is fixed by the only quick fix there is, without a question.
  (findings-go-to 27)
  (execute-kbd-macro (kbd "C-u M-x eglot-code-actions RET quickfix RET C-x C-s"))
  (findings-wait 1)
  (push (cons 'fixed (vconcat (findings-seen))) seen)
  (eglot-shutdown (eglot-current-server))
  (with-temp-file (getenv "RESULT") (insert (json-encode seen))))

;;; findings.el ends here
